import { Numbers, bytesOf } from "../../Ui/Playback/numbers.js";

// The moments of the signals in the order of the list, so that the n-th moment belongs to the n-th row; and the row of this moment.
const preroll = 3, rowHeight = 32;

export class Signals {
  times = new Float64Array();
  sources = new Uint8Array();
  follow = true;
  #list;
  #near = -1;

  constructor(list) { this.#list = list; }

  async load(address) {
    const numbers = new Numbers(await bytesOf(address)), times = [], sources = [];
    let time = 0;
    while (numbers.more) {
      times.push((time += numbers.next()) / 1000);
      sources.push(numbers.byte());
    }
    this.times = Float64Array.from(times);
    this.sources = Uint8Array.from(sources);
    this.#near = -1;
  }

  // The number of signals before this moment.
  before(time) {
    let low = 0, high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // Marks the row of this moment among those that are there, and brings it into view; rows come and go while somebody scrolls.
  show(time) {
    const near = this.before(time + 0.25) - 1;
    const moved = near !== this.#near;
    this.#near = near;
    if (!this.#list) return;
    for (const row of this.#list.querySelectorAll("[data-row]")) row.toggleAttribute("data-now", Number(row.dataset.row) === near);
    if (moved && this.follow && near >= 0 && !this.#list.matches(":hover, :focus-within")) this.#list.scrollTop = near * rowHeight - this.#list.clientHeight / 2 + rowHeight;
  }
}

// Jumps from moment to moment with a run-up, and knows that the run-up of the one it jumped to is not the one before.
export class Jumps {
  #target = null;

  next(moments, now) { return this.#to(moments.find((moment) => moment > this.#from(now) + 0.05)); }

  previous(moments, now) { return this.#to(moments.findLast((moment) => moment < this.#from(now) - 0.05)); }

  #from(now) { return this.#target !== null && now >= this.#target - preroll - 0.5 && now <= this.#target + 0.25 ? this.#target : now; }

  #to(moment) {
    if (moment === undefined) return null;
    this.#target = moment;
    return Math.max(0, moment - preroll);
  }
}
