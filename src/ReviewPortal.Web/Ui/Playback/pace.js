// Keeps the silent tracks with the clock by playing them a little faster or slower. Nobody hears that, and unlike searching it never stalls.
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const clamp = (number, low, high) => Math.min(high, Math.max(low, number));
const fastest = 16, slowest = 0.0625;

export class Pace {
  #errors = new Map();
  #coolUntil = new Map();
  #searches = new Map();
  #first = null;
  #at = 0;
  worst = 0;

  // first: hears how far the tracks are from the clock just after a start.
  begin(first) {
    this.worst = 0;
    this.#errors.clear();
    this.#first = first;
  }

  step(tracks, now, rate, elapsed) {
    const steady = tracks.filter((track) => track.part && !track.failed && !track.video.seeking && track.video.readyState >= 3 && performance.now() >= (this.#coolUntil.get(track) ?? 0));
    const errors = steady.map((track) => (track.time - now) / rate);
    if (steady.length > 0) this.#first?.(errors.reduce((sum, error) => sum + error, 0) / errors.length);
    this.#first = null;
    this.worst = 0;
    const since = (performance.now() - this.#at) / 1000;
    this.#at = performance.now();
    steady.forEach((track, index) => this.#nudge(track, errors[index], { now, rate, elapsed, since }));
  }

  // The error is in seconds of real time: at 8x a fortieth of a second is a fifth of a second of recording.
  #nudge(track, error, { now, rate, elapsed, since }) {
    if (Math.abs(error) > 1) return this.#search(track, now, rate);
    // Earlier errors have been worked off in part by the nudge since: counted as they would be now, the median does not lag behind.
    const worked = (track.rate / rate - 1) * since;
    const errors = [...(this.#errors.get(track) ?? []).map((before) => before + worked), error].slice(-5);
    this.#errors.set(track, errors);
    const usual = median(errors);
    this.worst = Math.max(this.worst, Math.abs(usual));
    // Just after a start the error is the difference between starting with sound and without: known, constant, and to be gone quickly.
    const [span, most] = elapsed < 1.5 ? [0.25, 0.5] : [0.5, 0.25];
    const still = Math.min(0.005, 0.01 / rate);
    const wished = Math.abs(usual) < still ? rate : rate * (1 - clamp(usual / span, -most, most));
    track.pace(clamp(Math.round(wished * 100) / 100, slowest, fastest));
    return undefined;
  }

  // Too far away to catch up: one search, aimed ahead by as long as searches in this track have taken.
  #search(track, now, rate) {
    const began = performance.now(), usual = this.#searches.get(track) ?? 0.25;
    track.video.addEventListener("seeked", () => {
      this.#searches.set(track, usual * 0.7 + ((performance.now() - began) / 1000) * 0.3);
      this.#errors.set(track, []);
    }, { once: true });
    this.#coolUntil.set(track, began + 800);
    track.leap(now + usual * rate);
  }
}
