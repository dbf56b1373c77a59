// The list of keys: shows which keys there are now, and learns another one for an action.
export function teachKeys(root, help, map) {
  const say = help.querySelector("[data-key-say]"), buttons = [...help.querySelectorAll("[data-key]")];
  const nameOf = (button) => map.standardOf(button.dataset.key);
  // Some keys in the list are no characters, and stay what they are.
  for (const button of buttons) {
    button.disabled = button.dataset.key.length !== 1 || nameOf(button) === undefined || button.dataset.key === " ";
    if (button.disabled) button.removeAttribute("title");
  }

  const show = () => {
    for (const button of buttons) {
      const shifted = button.dataset.key.startsWith("⇧") && button.dataset.key.length === 2, name = shifted ? map.standardOf(button.dataset.key[1]) : nameOf(button);
      if (name === undefined || button.dataset.key === " ") continue;
      button.firstElementChild.textContent = (shifted ? "⇧" : "") + shown(map.key(name));
      button.toggleAttribute("data-own", map.isOwn(name));
    }
    showOnButtons(root, help, map);
  };

  const tell = (what, ...values) => { say.textContent = values.reduce((text, value, at) => text.replace(`{${at}}`, value), say.dataset[what] ?? ""); };
  // A line of the list may be about two keys; the button on the stage says what one of them does.
  const onStage = (name) => [...root.querySelectorAll(`[data-do="${name}"][title]`)].find((button) => !help.contains(button))?.title.replace(/ \(.\)$/, "");
  const named = (name) => onStage(name) ?? buttons.find((button) => nameOf(button) === name)?.closest("div").querySelector("dd").textContent ?? name;
  const end = (button) => button.removeAttribute("data-learning");

  help.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-key]");
    if (target.closest("[data-keys-reset]")) { map.resetAll(); show(); tell("reset"); }
    if (!button || button.disabled) return;
    buttons.forEach(end);
    button.setAttribute("data-learning", "");
    button.focus();
    tell("press", named(nameOf(button)));
  });

  help.addEventListener("focusout", ({ target }) => {
    if (!target.hasAttribute?.("data-learning")) return;
    end(target);
    say.textContent = "";
  });

  help.addEventListener("keydown", (press) => {
    const button = press.target.closest("[data-learning]");
    if (!button || press.ctrlKey || press.metaKey || press.altKey || ["Tab", "Shift"].includes(press.key)) return;
    press.preventDefault();
    press.stopPropagation();
    if (press.key === "Escape") { end(button); tell("stopped"); return; }
    const name = nameOf(button), back = ["Backspace", "Delete"].includes(press.key);
    const other = back ? map.reset(name) : map.choose(name, press.key.toLowerCase());
    if (other === false) return tell("bad", shown(press.key));
    if (other !== null) return tell("taken", shown(map.key(other)), named(other));
    end(button);
    show();
    tell("kept", named(name), shown(map.key(name)));
  });

  show();
  return show;
}

// What stands on the buttons and in their titles follows.
function showOnButtons(root, help, map) {
  for (const button of root.querySelectorAll("[data-do]")) {
    if (help.contains(button)) continue;
    const back = button.dataset.do === "signalBack", key = map.key(back ? "signalOn" : button.dataset.do), sign = button.querySelector("kbd");
    if (key === undefined) continue;
    if (sign) sign.textContent = (back ? "⇧" : "") + shown(key);
    else if (/ \(.\)$/.test(button.title)) button.title = button.title.replace(/.\)$/, `${shown(key)})`);
  }
}

const shown = (key) => (key === "-" ? "−" : key.length === 1 ? key.toUpperCase() : key);
