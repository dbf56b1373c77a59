// How the pictures share the screen, remembered for the next visit; and the stage over the whole screen, where the lists make way until a mark is written.
const setting = "review.view";

export class View {
  #root;
  #arrangement;

  constructor(root, arrangement) {
    this.#root = root;
    this.#arrangement = arrangement;
    arrangement.share(localStorage.getItem(setting));
    root.addEventListener("fullscreenchange", () => root.querySelector("[data-do=full]").setAttribute("aria-pressed", String(document.fullscreenElement === root)));
  }

  next() { localStorage.setItem(setting, this.#arrangement.next()); }

  async fill() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.#root.requestFullscreen({ navigationUI: "hide" });
  }
}
