import { spoken } from "../../Ui/Playback/time.js";
import { lanes } from "./lanes.js";
import { Pointing } from "./pointing.js";
import { TimeWindow } from "./timewindow.js";

// The timeline: what is known on a canvas that is drawn again only when something changes, and the playhead on a layer of its own.
export class Timeline {
  #root;
  #known;
  #seek;
  #canvas;
  #pointing;
  #playhead;
  #lanes = [];
  #drawing = 0;
  #observer;
  #time = 0;
  #spoken = -1;
  // Known from when it was measured: asking the page in every frame makes it lay itself out in every frame.
  #width;
  #height;
  #colours;
  #font;

  // known: what the lanes draw. act: seek(time), mark(id). preview: the small picture of a moment.
  constructor(root, known, act, preview) {
    this.#root = root;
    this.#known = known;
    this.#seek = act.seek;
    this.#canvas = root.querySelector("canvas");
    this.#playhead = root.querySelector("[data-playhead]");
    this.slider = root.querySelector("[role=slider]");
    this.place();
    [this.#width, this.#height] = sizeOf(this.slider);
    this.window = new TimeWindow(known.length, () => this.#width);
    this.slider.addEventListener("keydown", (press) => this.#press(press));
    this.#pointing = new Pointing(this, known, root.querySelector("[data-tip]"), preview, act);
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.slider);
  }

  // Something that is drawn has changed.
  draw() { this.#drawing ||= requestAnimationFrame(() => this.#draw()); }

  show(time, playing) {
    this.#time = time;
    // While it plays the window turns its page when the playhead leaves it.
    if (playing && !this.window.isWhole && !this.window.holds(time)) this.#look(() => this.window.look(time - this.window.span * 0.02, this.window.span));
    this.#playhead.style.transform = `translateX(${this.window.x(time)}px)`;
    this.#playhead.style.visibility = this.window.holds(time) ? "visible" : "hidden";
    this.#say();
    this.#pointing.follow(time);
  }

  zoom(factor, around = this.#time) { this.#look(() => this.window.zoom(factor, around)); }

  pan(share) { this.#look(() => this.window.pan(share)); }

  whole() { this.#look(() => this.window.whole()); }

  laneAt(event) {
    const top = event.clientY - this.top;
    return this.#lanes.find((lane) => top >= lane.top - 2 && top < lane.top + lane.height + 2)?.name;
  }

  get width() { return this.#width; }

  // Where it lies on the screen, for the pointer that comes.
  place() { ({ left: this.left, top: this.top } = this.slider.getBoundingClientRect()); }

  // What lies where has changed.
  measure() { this.#measure(); }

  // The kind of signals under a pointer on their lane; null when they are one lane.
  kindAt(event) {
    const top = event.clientY - this.top, lane = this.#lanes.find(({ name }) => name === "signals");
    return this.#known.kinds.rows(lane).find((row) => top >= row.top && top <= row.top + row.height)?.lane ?? null;
  }

  close() {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#drawing);
    this.#pointing.close();
  }

  #look(move) {
    move();
    this.draw();
    this.show(this.#time, false);
  }

  // In words, once a second.
  #say() {
    if (Math.floor(this.#time) === this.#spoken) return;
    this.#spoken = Math.floor(this.#time);
    this.slider.setAttribute("aria-valuenow", this.#spoken);
    this.slider.setAttribute("aria-valuetext", spoken(this.#time));
  }

  // The keys of a slider work here even when single keys are switched off.
  #press(press) {
    const step = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -60, PageUp: 60 }[press.key];
    const to = { Home: 0, End: this.#known.length }[press.key] ?? (step && this.#time + (press.shiftKey ? Math.sign(step) : step));
    if (to === undefined || press.altKey || press.ctrlKey || press.metaKey) return;
    press.preventDefault();
    this.#seek(to);
  }

  #measure() {
    this.place();
    [this.#width, this.#height] = sizeOf(this.slider);
    this.#lanes = [...this.#root.querySelectorAll("[data-lane]")].map((row) => {
      const place = row.getBoundingClientRect();
      return { name: row.dataset.lane, top: place.top - this.top, height: place.height };
    });
    this.#paints();
    this.draw();
    this.show(this.#time, false);
  }

  // What the lanes are drawn with; asked when something lies elsewhere and not in every frame, like sizes.
  #paints() {
    const style = getComputedStyle(this.#root), colour = (name) => style.getPropertyValue(name).trim();
    this.#font = `10.5px ${style.fontFamily}`;
    this.#colours = {
      ink: colour("--stage-ink"), ink2: colour("--stage-ink-2"), stage: colour("--stage"), line: colour("--recorded"), wave: colour("--wave"),
      seen: colour("--seen"), gap: colour("--gap"), signal: colour("--tick"), report: colour("--report"), mark: colour("--mark"),
    };
  }

  #draw() {
    this.#drawing = 0;
    const width = this.#width, height = this.#height, scale = devicePixelRatio, pen = this.#canvas.getContext("2d");
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
    // A canvas that keeps its size is only wiped; making it again costs more than all that is drawn on it.
    if (this.#canvas.width !== across || this.#canvas.height !== down) Object.assign(this.#canvas, { width: across, height: down });
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    const colours = this.#colours, font = this.#font;
    const { from, to } = this.window;
    for (const lane of this.#lanes) lanes[lane.name](pen, { from, to, width, lane, colours, font, x: (time) => this.window.x(time) }, this.#known);
  }
}

const sizeOf = ({ clientWidth, clientHeight }) => [Math.max(1, clientWidth), Math.max(1, clientHeight)];
