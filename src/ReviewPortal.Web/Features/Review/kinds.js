// The lane of the signals as one lane a kind, each with its name. When there are more than fit they are one lane until somebody unfolds them, and scroll then.
const rowHeight = 13, setting = "review.kinds";

export class Kinds {
  #root;
  #names;
  #folded;
  #button;
  #signals;
  #open = false;
  #scrolled = 0; // Asking the page where it is would make it lay itself out, in every frame.

  // changed: the lanes lie elsewhere now.
  constructor(root, signals, changed) {
    this.#root = root;
    this.#signals = signals;
    [this.#names, this.#folded, this.#button] = ["kinds", "kinds-folded", "do=foldKinds"].map((name) => root.querySelector(`[data-${name}]`));
    this.#names.addEventListener("scroll", () => {
      this.#scrolled = this.#names.scrollTop;
      changed();
    });
  }

  // What is to be seen of the lane of this height: the lanes of the kinds with their tops; one lane without a kind when it is folded.
  rows({ top, height }) {
    if (!this.#open) return [{ lane: null, top, height }];
    return this.#signals.lanes.map((lane, number) => ({ lane, top: top + number * rowHeight - this.#scrolled, height: rowHeight - 1 })).filter((row) => row.top > top - rowHeight && row.top < top + height);
  }

  toggle() {
    localStorage.setItem(setting, this.#open ? "folded" : "open");
    this.show();
  }

  show() {
    const { lanes } = this.#signals, fit = innerHeight <= 760 ? 4 : innerHeight <= 960 ? 6 : 12, chosen = localStorage.getItem(setting);
    this.#open = lanes.length > 1 && (chosen ? chosen === "open" : lanes.length <= fit);
    this.#root.style.setProperty("--kinds", this.#open ? `${Math.min(lanes.length, fit) * rowHeight}px` : "");
    this.#button.disabled = lanes.length < 2;
    this.#button.setAttribute("aria-expanded", String(this.#open));
    this.#folded.hidden = this.#open;
    this.#names.hidden = !this.#open;
    this.#names.tabIndex = lanes.length > fit ? 0 : -1;
    this.#scrolled = 0;
    this.#names.scrollTop = 0;
    this.#names.replaceChildren(...(this.#open ? lanes.map(({ name, pyramid }) => named(name, pyramid.moments.length)) : []));
  }
}

function named(name, many) {
  const row = document.createElement("span");
  row.textContent = name;
  row.title = `${name} (${many.toLocaleString(document.documentElement.lang)})`;
  return row;
}
