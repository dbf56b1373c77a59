import { spoken, timecode } from "../../Ui/Playback/time.js";
import { lanes } from "./lanes.js";

const shortest = 4, snap = 4;

// The timeline: what is known on a canvas that is drawn again only when something changes, and the playhead on a layer of its own.
export class Timeline {
  #root;
  #known;
  #act;
  #canvas;
  #lanes;
  #drawing = 0;
  #observer;
  #view;
  #time = 0;
  #spokenAt = -1;

  // known: what the lanes draw. act: seek(time), mark(id), drag(on).
  constructor(root, known, act) {
    this.#root = root;
    this.#known = known;
    this.#act = act;
    this.#canvas = root.querySelector("canvas");
    this.#view = { from: 0, to: known.length };
    this.slider = root.querySelector("[role=slider]");
    this.playhead = root.querySelector("[data-playhead]");
    this.tip = root.querySelector("[data-tip]");
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.slider);
    this.#listen();
  }

  // Something that is drawn has changed.
  draw() { this.#drawing ||= requestAnimationFrame(() => this.#draw()); }

  show(time, playing) {
    this.#time = time;
    const { from, to } = this.#view;
    if (playing && to - from < this.#known.length && (time > to || time < from)) this.#look(time - (to - from) * 0.02, to - from);
    const left = this.#x(time);
    this.playhead.style.transform = `translateX(${left}px)`;
    this.playhead.style.visibility = left >= 0 && left <= this.slider.clientWidth ? "visible" : "hidden";
    if (Math.floor(time) === this.#spokenAt) return;
    this.#spokenAt = Math.floor(time);
    this.slider.setAttribute("aria-valuenow", time.toFixed(0));
    this.slider.setAttribute("aria-valuetext", spoken(time));
  }

  zoom(factor, around = this.#time) {
    const { from, to } = this.#view, span = Math.min(this.#known.length, Math.max(shortest, (to - from) * factor));
    const share = to > from ? Math.min(1, Math.max(0, (around - from) / (to - from))) : 0.5;
    this.#look(around - share * span, span);
  }

  pan(share) { this.#look(this.#view.from + share * (this.#view.to - this.#view.from), this.#view.to - this.#view.from); }

  whole() { this.#look(0, this.#known.length); }

  close() {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#drawing);
  }

  #look(from, span) {
    const start = Math.min(this.#known.length - span, Math.max(0, from));
    this.#view = { from: start, to: start + span };
    this.draw();
    this.show(this.#time, false);
  }

  #x(time) { return ((time - this.#view.from) / (this.#view.to - this.#view.from)) * this.slider.clientWidth; }

  #at(event) {
    const { left, width } = this.slider.getBoundingClientRect(), { from, to } = this.#view;
    return Math.min(this.#known.length, Math.max(0, from + ((event.clientX - left) / width) * (to - from)));
  }

  #laneAt(event) {
    const top = event.clientY - this.slider.getBoundingClientRect().top;
    return this.#lanes?.find((lane) => top >= lane.top - 2 && top < lane.top + lane.height + 2)?.name;
  }

  #listen() {
    const slider = this.slider;
    slider.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      const mark = this.#laneAt(event) === "marks" ? this.#markAt(event) : null;
      if (mark) return this.#act.mark(mark.id);
      slider.setPointerCapture(event.pointerId);
      return this.#act.seek(this.#snapped(event));
    });
    slider.addEventListener("pointermove", (event) => {
      if (slider.hasPointerCapture(event.pointerId)) this.#act.seek(this.#at(event));
      this.#point(event);
    });
    slider.addEventListener("pointerleave", () => { this.tip.hidden = true; });
    slider.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    slider.addEventListener("keydown", (press) => this.#press(press));
  }

  #wheel(event) {
    event.preventDefault();
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (sideways) this.pan((event.deltaX || event.deltaY) / 800);
    else this.zoom(Math.exp(event.deltaY * 0.0015), this.#at(event));
  }

  // The keys of a slider work here even when single keys are switched off.
  #press(press) {
    const step = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -60, PageUp: 60 }[press.key];
    const to = { Home: 0, End: this.#known.length }[press.key] ?? (step && this.#time + (press.shiftKey ? Math.sign(step) : step));
    if (to === undefined || press.altKey || press.ctrlKey || press.metaKey) return;
    press.preventDefault();
    this.#act.seek(to);
  }

  #markAt(event) {
    const near = ((this.#view.to - this.#view.from) / this.slider.clientWidth) * snap, time = this.#at(event);
    return this.#known.marks.find((mark) => time >= mark.from - near && time <= mark.to + near);
  }

  // A click near a tick means the tick.
  #snapped(event) {
    const time = this.#at(event), near = ((this.#view.to - this.#view.from) / this.slider.clientWidth) * snap;
    const { times } = this.#known.signals, after = this.#known.signals.before(time);
    const ticks = { signals: [times[after - 1], times[after]], messages: this.#known.messages.map((line) => line.at) }[this.#laneAt(event)] ?? [];
    return ticks.filter((tick) => Math.abs(tick - time) <= near).sort((a, b) => Math.abs(a - time) - Math.abs(b - time))[0] ?? time;
  }

  #point(event) {
    const time = this.#at(event), lane = this.#laneAt(event), { left, width } = this.slider.getBoundingClientRect();
    const near = ((this.#view.to - this.#view.from) / width) * snap;
    const said = lane === "messages" ? this.#known.messages.find((line) => Math.abs(line.at - time) <= near)?.text
      : lane === "marks" ? this.#markAt(event)?.text
      : lane === "signals" ? this.#known.nameSignals(time - near, time + near) : "";
    this.tip.textContent = timecode(time) + (said ? ` · ${said}` : "");
    this.tip.hidden = false;
    const middle = Math.min(width - this.tip.offsetWidth / 2, Math.max(this.tip.offsetWidth / 2, event.clientX - left));
    this.tip.style.transform = `translateX(calc(${middle}px - 50%))`;
  }

  #measure() {
    const top = this.slider.getBoundingClientRect().top;
    this.#lanes = [...this.#root.querySelectorAll("[data-lane]")].map((row) => {
      const place = row.getBoundingClientRect();
      return { name: row.dataset.lane, top: place.top - top, height: place.height };
    });
    this.draw();
    this.show(this.#time, false);
  }

  #draw() {
    this.#drawing = 0;
    const { clientWidth: width, clientHeight: height } = this.slider;
    if (!this.#lanes || width === 0) return;
    const scale = devicePixelRatio, pen = this.#canvas.getContext("2d");
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    pen.scale(scale, scale);
    const style = getComputedStyle(this.#root), colour = (name) => style.getPropertyValue(name).trim();
    const colours = {
      ink: colour("--stage-ink"), ink2: colour("--stage-ink-2"), stage: colour("--stage"), line: colour("--recorded"), wave: colour("--wave"),
      seen: colour("--seen"), gap: colour("--gap"), signal: colour("--tick"), report: colour("--report"), mark: colour("--mark"),
    };
    pen.font = `10.5px ${style.fontFamily}`;
    pen.textBaseline = "middle";
    for (const lane of this.#lanes) lanes[lane.name](pen, { ...this.#view, width, lane, colours, x: (time) => this.#x(time) }, this.#known);
  }
}
