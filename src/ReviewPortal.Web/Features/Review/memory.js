import { read, write } from "../../Ui/Playback/kept.js";

// Where somebody was on the stage, so that a page that had to be reloaded goes on there: the moment, the speed, a mark begun and a mark open.
export class Memory {
  #key;
  #kept = "";
  last;

  constructor(key) {
    this.#key = `stage.${key}`;
    // A page that is opened anew begins where watching has to go on; only one that was reloaded goes back.
    const reloaded = performance.getEntriesByType("navigation")[0]?.type === "reload" && !Memory.#used;
    Memory.#used = true;
    this.last = reloaded ? read(sessionStorage, this.#key, null) : null;
  }

  static #used = false;

  keep(state) {
    const text = JSON.stringify(state);
    if (text === this.#kept) return;
    this.#kept = text;
    write(sessionStorage, this.#key, state);
  }
}
