import { Numbers, bytesOf } from "../../Ui/Playback/numbers.js";
import { after, before, lastBefore, nearest } from "../../Ui/Playback/moments.js";
import { Pyramid } from "./pyramid.js";

// The moments of the signals in the order of the list, so that the n-th moment belongs to the n-th row; the lanes of their kinds; and the row of this moment.
const preroll = 3, rowHeight = 32, followEvery = 1000;

export class Signals {
  times = new Float64Array();
  lanes = [];
  all = new Pyramid(this.times, 0);
  follow = true;
  #list;
  #near = -1;
  #followed = 0;
  #loads = 0;
  #texts;
  #length;

  constructor(list, texts, length) {
    this.#list = list;
    this.#texts = texts;
    this.#length = length;
  }

  // Without an address there are none to be seen.
  async load(address) {
    const turn = ++this.#loads, bytes = address ? await bytesOf(address) : new Uint8Array();
    if (turn !== this.#loads) return;
    const { times, lanes } = read(bytes);
    this.times = times;
    this.all = new Pyramid(times, this.#length);
    this.lanes = lanes.map(({ source, kind, moments }) => ({ source, kind, name: this.#name(source, kind), pyramid: new Pyramid(moments, this.#length) }))
      .sort((a, b) => a.source - b.source || a.kind.localeCompare(b.kind));
    this.#near = -1;
  }

  #name(source, kind) { return kind === "" ? this.#texts.otherKinds : `${this.#texts.sources[source]} · ${kind}`; }

  // The number of signals before this moment.
  before(time) { return before(this.times, time); }

  // The moment nearest to this one, of one lane or of all.
  nearest(time, lane) { return nearest(lane ? lane.pyramid.moments : this.times, time); }

  // What lies between two moments, in a word.
  name(from, to, lane) {
    const { moments } = lane ? lane.pyramid : this.all, many = before(moments, to) - before(moments, from);
    if (many === 0) return lane?.name ?? "";
    const said = many === 1 ? this.#texts.signal : this.#texts.signals.replace("{0}", many.toLocaleString(document.documentElement.lang));
    const only = lane ?? this.#only(from, to);
    return only ? `${only.name} · ${said}` : said;
  }

  // The lane in which all between two moments lie; none when there are several.
  #only(from, to) {
    const found = this.lanes.filter(({ pyramid: { moments } }) => before(moments, to) > before(moments, from));
    return found.length === 1 ? found[0] : null;
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

// What the server packs (SignalBytes): how many, the lanes, and for each its distance and its lane. All sizes are known before anything is made.
function read(bytes) {
  if (bytes.length === 0) return { times: new Float64Array(), lanes: [] };
  const numbers = new Numbers(bytes), many = numbers.next(), lanes = Array.from({ length: numbers.next() }, () => ({ source: numbers.byte(), kind: numbers.text(numbers.next()) }));
  const times = new Float64Array(many), which = new Uint8Array(many), counts = new Uint32Array(lanes.length);
  let time = 0;
  for (let signal = 0; signal < many; signal++) {
    times[signal] = (time += numbers.next()) / 1000;
    counts[(which[signal] = numbers.byte())]++;
  }
  lanes.forEach((lane, number) => { lane.moments = new Float64Array(counts[number]); });
  const filled = new Uint32Array(lanes.length);
  for (let signal = 0; signal < many; signal++) lanes[which[signal]].moments[filled[which[signal]]++] = times[signal];
  return { times, lanes };
}

// Jumps from moment to moment with a run-up, and knows that the run-up of the one it jumped to is not the one before.
export class Jumps {
  #target = null;

  // moments: in order.
  next(moments, now) { return this.#to(after(moments, this.#from(now) + 0.05)); }

  previous(moments, now) { return this.#to(lastBefore(moments, this.#from(now) - 0.05)); }

  #from(now) { return this.#target !== null && now >= this.#target - preroll - 0.5 && now <= this.#target + 0.25 ? this.#target : now; }

  #to(moment) {
    if (moment === undefined) return null;
    this.#target = moment;
    return Math.max(0, moment - preroll);
  }
}
