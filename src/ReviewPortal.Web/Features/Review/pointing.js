import { timecode } from "../../Ui/Playback/time.js";

const snap = 4;

// What a pointer on the timeline means: a moment, a tick, a mark; and what it says while it hovers.
export class Pointing {
  #timeline;
  #known;
  #tip;

  // act: seek(time), mark(id).
  constructor(timeline, known, tip, act) {
    this.#timeline = timeline;
    this.#known = known;
    this.#tip = tip;
    const { slider } = timeline;
    slider.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      const mark = timeline.laneAt(event) === "marks" ? this.#markAt(event) : null;
      if (!mark) slider.setPointerCapture(event.pointerId);
      if (mark) act.mark(mark.id);
      else act.seek(this.#snapped(event));
    });
    slider.addEventListener("pointermove", (event) => {
      if (slider.hasPointerCapture(event.pointerId)) act.seek(this.#at(event));
      this.#say(event);
    });
    slider.addEventListener("pointerleave", () => { tip.hidden = true; });
    slider.addEventListener("wheel", (event) => this.#turn(event), { passive: false });
  }

  #at(event) { return this.#timeline.window.at(event.clientX - this.#timeline.slider.getBoundingClientRect().left); }

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
    const time = this.#at(event), { times } = this.#known.signals, after = this.#known.signals.before(time);
    const ticks = { signals: [times[after - 1], times[after]], messages: this.#known.messages.map((line) => line.at) }[this.#timeline.laneAt(event)] ?? [];
    return ticks.filter((tick) => Math.abs(tick - time) <= this.#near).sort((a, b) => Math.abs(a - time) - Math.abs(b - time))[0] ?? time;
  }

  #say(event) {
    const time = this.#at(event), said = this.#under(event, time), tip = this.#tip;
    tip.textContent = timecode(time) + (said ? ` · ${said}` : "");
    tip.hidden = false;
    const { left, width } = this.#timeline.slider.getBoundingClientRect(), half = tip.offsetWidth / 2;
    tip.style.transform = `translateX(calc(${Math.min(width - half, Math.max(half, event.clientX - left))}px - 50%))`;
  }

  #under(event, time) {
    switch (this.#timeline.laneAt(event)) {
      case "messages": return this.#known.messages.find((line) => Math.abs(line.at - time) <= this.#near)?.text;
      case "marks": return this.#markAt(event)?.text;
      case "signals": return this.#known.signals.name(time - this.#near, time + this.#near);
      default: return "";
    }
  }
}
