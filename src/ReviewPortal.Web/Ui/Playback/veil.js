import { timecode } from "./time.js";

// What lies over a track that shows no picture: a sentence that says why, and from when to when.
export class Veil {
  #figure;
  #note;
  #texts;

  constructor(figure, texts) {
    this.#figure = figure;
    this.#note = figure.querySelector("[data-note]");
    this.#texts = texts;
  }

  lift() { this.#figure.dataset.state = "picture"; }

  loading() { this.#draw("loading", this.#texts.loading); }

  nothing() { this.#draw("gap", this.#texts.nothing); }

  gap(from, to) { this.#draw("gap", this.#texts.noPicture.replace("{0}", timecode(from)).replace("{1}", timecode(to))); }

  // Who has lost the task gets 404 for the recording, and 500 says that it is damaged at rest; anything else is the file, the browser or the connection.
  async failed(address) {
    this.#draw("failed", this.#texts.broken);
    const answer = await fetch(address, { method: "HEAD" }).catch(() => null);
    if (this.#figure.dataset.state === "failed") this.#note.textContent = !answer ? this.#texts.offline : answer.status >= 500 ? this.#texts.damaged : answer.ok ? this.#texts.broken : this.#texts.gone;
  }

  #draw(state, text) {
    this.#note.textContent = text;
    this.#figure.dataset.state = state;
  }
}
