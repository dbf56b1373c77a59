import { timecode } from "../../Ui/Playback/time.js";
import { nearest } from "../../Ui/Playback/moments.js";

const snap = 4, lingers = 250;

// What a pointer on the timeline means: a moment, a tick, a mark; and what it says while it hovers.
export class Pointing {
  #timeline;
  #known;
  #tip;
  #said;
  #preview;
  #hiding = 0;
  #dismissed = false;
  #hovers = false;
  #ending = new AbortController();

  // act: seek(time), mark(id).
  constructor(timeline, known, tip, preview, act) {
    this.#timeline = timeline;
    this.#known = known;
    this.#tip = tip;
    this.#said = tip.querySelector("[data-said]");
    this.#preview = preview;
    const { slider } = timeline;
    slider.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      const mark = timeline.laneAt(event) === "marks" ? this.#markAt(event) : null;
      if (!mark) slider.setPointerCapture(event.pointerId);
      if (mark) act.mark(mark.id);
      else act.seek(this.#snapped(event));
    });
    slider.addEventListener("pointerenter", () => timeline.place());
    slider.addEventListener("pointermove", (event) => {
      if (slider.hasPointerCapture(event.pointerId)) act.seek(this.#at(event));
      this.#hovers = true;
      if (!this.#dismissed) this.#say(event);
    });
    slider.addEventListener("pointerleave", () => {
      [this.#dismissed, this.#hovers] = [false, false];
      this.#hide(lingers);
    });
    slider.addEventListener("focus", () => { this.#dismissed = false; });
    slider.addEventListener("blur", () => this.#hide(0));
    slider.addEventListener("wheel", (event) => this.#turn(event), { passive: false });
    // What covers something else goes away without moving the pointer (WCAG 1.4.13); whatever else the key means still happens.
    slider.ownerDocument.addEventListener("keydown", (press) => {
      if (press.key !== "Escape" || tip.hidden) return;
      this.#dismissed = true;
      this.#hide(0);
    }, { capture: true, signal: this.#ending.signal });
  }

  close() {
    clearTimeout(this.#hiding);
    this.#ending.abort();
  }

  // With the keys the playhead is what points.
  follow(time) {
    if (this.#hovers || this.#dismissed || !this.#timeline.slider.matches(":focus-visible") || !this.#timeline.window.holds(time)) return;
    this.#show(time, this.#timeline.window.x(time), "");
  }

  #hide(after) {
    clearTimeout(this.#hiding);
    const away = () => {
      this.#tip.hidden = true;
      this.#preview.hide();
    };
    if (after === 0) away();
    else this.#hiding = setTimeout(away, after);
  }

  #at(event) { return this.#timeline.window.at(event.clientX - this.#timeline.left); }

  get #near() { return this.#timeline.window.grain * snap; }

  #turn(event) {
    event.preventDefault();
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (sideways) this.#timeline.pan((event.deltaX || event.deltaY) / 800);
    else this.#timeline.zoom(Math.exp(event.deltaY * 0.0015), this.#at(event));
  }

  #markAt(event) {
    const time = this.#at(event);
    return this.#known.marks.find((mark) => time >= mark.from - this.#near && time <= mark.to + this.#near);
  }

  // A click near a tick means the tick.
  #snapped(event) {
    const time = this.#at(event), lane = this.#timeline.laneAt(event);
    const tick = lane === "signals" ? this.#known.signals.nearest(time, this.#timeline.kindAt(event)) : lane === "messages" ? nearest(this.#known.messages.map((line) => line.at), time) : undefined;
    return tick !== undefined && Math.abs(tick - time) <= this.#near ? tick : time;
  }

  #say(event) {
    const time = this.#at(event);
    this.#show(time, event.clientX - this.#timeline.left, this.#under(event, time));
  }

  #show(time, x, said) {
    clearTimeout(this.#hiding);
    const tip = this.#tip;
    this.#said.textContent = timecode(time) + (said ? ` · ${said}` : "");
    tip.hidden = false;
    this.#preview.show(time);
    // Percents are of its own width: the style sheet keeps it inside, and the page need not be laid out to know how wide it is.
    tip.style.transform = `translateX(clamp(0px, ${x}px - 50%, ${this.#timeline.width}px - 100%))`;
  }

  #under(event, time) {
    switch (this.#timeline.laneAt(event)) {
      case "messages": return this.#known.messages.find((line) => Math.abs(line.at - time) <= this.#near)?.text;
      case "marks": return this.#markAt(event)?.text;
      case "signals": return this.#known.signals.name(time - this.#near, time + this.#near, this.#timeline.kindAt(event));
      default: return "";
    }
  }
}
