// The time of the sitting in seconds. It is the time of the track with the sound while that plays; where that track has nothing,
// a timer takes over, so that time runs on through a hole.
export class Clock {
  #at = 0;
  #since = 0;
  #rate = 1;
  #running = false;
  leader = null;

  get time() {
    if (!this.#running) return this.#at;
    return this.leader ? this.leader.time : this.#at + ((performance.now() - this.#since) / 1000) * this.#rate;
  }

  set(time) {
    this.#at = time;
    this.#since = performance.now();
  }

  run(rate, leader, from = this.time) {
    this.set(from);
    this.#rate = rate;
    this.#running = true;
    this.leader = leader;
  }

  stop() {
    this.set(this.time);
    this.#running = false;
    this.leader = null;
  }
}
