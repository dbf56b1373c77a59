// Sixteen times the speed is a wish: what cannot be decoded in time is played as fast as it can be, and the page says how fast that is.
const late = 0.12, strikes = 3, slower = 0.8, calm = 5;

export class Governor {
  asked = 1;
  rate = 1;
  #bad = 0;
  #goodSince = 0;
  #patience = calm;

  ask(rate) {
    this.asked = this.rate = rate;
    this.#bad = 0;
    this.#goodSince = performance.now();
    this.#patience = calm;
  }

  // True when the rate has changed.
  judge(worst, starving) {
    if (worst > late || starving) return this.#strike();
    this.#bad = 0;
    if (this.rate >= this.asked || performance.now() - this.#goodSince < this.#patience * 1000) return false;
    // A moment's trouble must not slow down the hour; but who stumbles again waits longer before the next attempt.
    this.#goodSince = performance.now();
    this.#patience *= 2;
    this.rate = Math.min(this.asked, this.rate / slower);
    return true;
  }

  // Up to the real speed nothing is to be gained by going slower: there the player waits for the picture instead.
  #strike() {
    this.#goodSince = performance.now();
    if (++this.#bad < strikes || this.rate <= 1) return false;
    this.#bad = 0;
    this.rate = Math.max(1, Math.round(this.rate * slower * 10) / 10);
    return true;
  }
}
