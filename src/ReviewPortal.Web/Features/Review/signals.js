import { Numbers, bytesOf } from "../../Ui/Playback/numbers.js";

// The moments of the signals in the order of the list, so that the n-th moment belongs to the n-th row; and the row of this moment.
const preroll = 3, rowHeight = 32, followEvery = 1000;

export class Signals {
  times = new Float64Array();
  sources = new Uint8Array();
  follow = true;
  #list;
  #near = -1;
  #followed = 0;
  #texts;

  constructor(list, texts) {
    this.#list = list;
    this.#texts = texts;
  }

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

  // What lies between two moments, in a word.
  name(from, to) {
    const first = this.before(from), many = this.before(to) - first;
    return many === 0 ? "" : many === 1 ? this.#texts.sources[this.sources[first]] : this.#texts.signals.replace("{0}", many);
  }

  // Marks the row of this moment among those that are there; rows come and go while somebody scrolls.
  show(time) {
    this.#near = this.before(time + 0.25) - 1;
    for (const row of this.#list.querySelectorAll("[data-row]")) row.toggleAttribute("data-now", Number(row.dataset.row) === this.#near);
    if (this.follow) this.#bringIntoView();
  }

  // Once a second at most: the list fetches its rows from the server. Not while somebody is busy in it.
  #bringIntoView() {
    const top = Math.max(0, this.#near * rowHeight - this.#list.clientHeight / 2 + rowHeight / 2);
    const settled = Math.abs(this.#list.scrollTop - Math.min(top, this.#list.scrollHeight - this.#list.clientHeight)) < rowHeight;
    if (settled || performance.now() - this.#followed < followEvery || this.#list.matches(":hover, :focus-within")) return;
    this.#followed = performance.now();
    this.#list.scrollTop = top;
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
