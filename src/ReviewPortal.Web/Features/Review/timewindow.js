const shortest = 4;

// The stretch of the sitting that the timeline shows, and where in it a moment lies.
export class TimeWindow {
  #length;
  #width;

  // width: how many pixels it has now.
  constructor(length, width) {
    this.#length = length;
    this.#width = width;
    this.whole();
  }

  get span() { return this.to - this.from; }
  get isWhole() { return this.span >= this.#length; }

  // Seconds that a pixel covers.
  get grain() { return this.span / this.#width(); }

  x(time) { return (time - this.from) / this.grain; }

  at(pixels) { return Math.min(this.#length, Math.max(0, this.from + pixels * this.grain)); }

  holds(time) { return time >= this.from && time <= this.to; }

  whole() { this.look(0, this.#length); }

  pan(share) { this.look(this.from + share * this.span, this.span); }

  // The moment around which it zooms stays where it is.
  zoom(factor, around) {
    const span = Math.min(this.#length, Math.max(shortest, this.span * factor));
    const share = Math.min(1, Math.max(0, (around - this.from) / this.span));
    this.look(around - share * span, span);
  }

  look(from, span) {
    this.from = Math.min(this.#length - span, Math.max(0, from));
    this.to = this.from + span;
  }
}
