// What is clicked anywhere on the stage: an action, a speed, a moment, a picture.
export function listenToPresses(stage) {
  const { root, player, actions, keys } = stage;
  // A pointer does not take the focus: the space bar goes on playing and pausing, whatever was clicked.
  root.addEventListener("mousedown", (event) => { if (event.target.closest("[data-do], [data-rate], [data-seek], figure")) event.preventDefault(); });
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do], [data-rate], [data-seek]"), figure = target.closest("figure[data-role]");
    if (button?.dataset.do) actions.do(button.dataset.do);
    else if (button?.dataset.rate) player.setRate(Number(button.dataset.rate));
    else if (button) player.seek(Number(button.dataset.seek));
    else if (figure && !target.closest("button, figcaption")) press(stage, figure);
  });
  const single = root.querySelector("[data-single]");
  single.checked = keys.single;
  single.addEventListener("change", () => keys.set(single.checked));
  // The list of keys is fetched when it is first opened; who has chosen other keys sees them on the buttons at once. Buttons that came later show the standard until then.
  let taught;
  const show = async () => (await (taught ??= import("./keyhelp.js").then(({ teachKeys }) => teachKeys(root, stage.help, keys.map))))();
  stage.help.addEventListener("toggle", show);
  if (keys.map.hasOwn) show();
}

function press(stage, figure) {
  if ("main" in figure.dataset) stage.player.toggle();
  else stage.enlarge(figure.dataset.role);
}
