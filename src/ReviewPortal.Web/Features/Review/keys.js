import { KeyMap } from "./keymap.js";

// One key, one action: the standard, in place of which somebody may choose another (keymap.js). None while somebody types, none when single keys are switched off (WCAG 2.1.4); arrows stay, for they are not characters.
export const characters = {
  " ": "toggle", k: "toggle", j: "back10", l: "on10", ",": "frameBack", ".": "frameOn", "<": "slower", ">": "faster",
  i: "markIn", o: "markOut", m: "markHere", e: "markFavour", s: "still", z: "startEarlier", x: "startLater", u: "unseen", n: "signalOn", g: "gap", "[": "markBack", "]": "markOn",
  "+": "zoomIn", "=": "zoomIn", "-": "zoomOut", 0: "zoomAll", "?": "help", f: "full", v: "view", q: "quick",
};
// The same keys with shift, where that is another action.
const shifted = { signalOn: "signalBack", startEarlier: "endEarlier", startLater: "endLater" };
const arrows = { ArrowLeft: ["back5", "back1"], ArrowRight: ["on5", "on1"] };
const setting = "review.keys", repeats = /^(back|on|frame|zoom|start|end|slower|faster)/;

export class Keys {
  #ending = new AbortController();

  // act: does an action by its name, false when there is none now. choose: takes a category by its number, false when no mark is open. ahead: takes what is typed for a field to come.
  constructor(root, { act, choose, ahead }) {
    this.single = localStorage.getItem(setting) !== "off";
    this.map = new KeyMap(characters);
    root.ownerDocument.addEventListener("keydown", (press) => {
      // While the connection is away, what is typed is meant for the field that had the focus.
      if (press.defaultPrevented || press.ctrlKey || press.metaKey || root.ownerDocument.querySelector("dialog[open]")) return;
      if (press.key === "Escape" && press.target.closest("[data-form], body:focus") && act("finish")) return press.preventDefault();
      if (press.key === "Escape" && act("dismiss")) return press.preventDefault();
      // A frame is often wanted in the midst of its description.
      if (press.altKey && press.code === "KeyS" && act("still")) return press.preventDefault();
      if (isTyping(press.target)) return;
      if (!press.altKey && ahead.take(press)) return press.preventDefault();
      if (this.#do(press, act, choose)) press.preventDefault();
    }, { signal: this.#ending.signal });
  }

  set(single) {
    this.single = single;
    localStorage.setItem(setting, single ? "on" : "off");
  }

  #do(press, act, choose) {
    const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
    if (press.altKey) return digit <= 3 && act(`enlarge${digit}`);
    if (arrows[press.key]) return !usesArrows(press.target) && act(arrows[press.key][press.shiftKey ? 1 : 0]);
    if (!this.single || (press.key === " " && press.target.closest("button, a, summary, input"))) return false;
    if (digit && !press.shiftKey) return choose(Number(digit));
    const name = this.map.action(press.key.length === 1 ? press.key.toLowerCase() : press.key);
    // A key that is held down goes on stepping, but it marks and switches once.
    if (press.repeat && !repeats.test(name)) return name !== undefined;
    return name !== undefined && act((press.shiftKey && shifted[name]) || name);
  }

  close() { this.#ending.abort(); }
}

const isTyping = (target) => target.closest?.("input:not([type=checkbox], [type=range], [type=radio]), textarea, select, [contenteditable=true]");
const usesArrows = (target) => target.closest?.("[type=range], [type=radio]");
