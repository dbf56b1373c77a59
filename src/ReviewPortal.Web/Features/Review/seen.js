import { read, write } from "../../Ui/Playback/kept.js";
import { joined } from "../../Ui/Playback/stretches.js";

// What was really played: sampled four times a second, and only when the clock has advanced no further than the speed says, the page was
// visible, nothing was searched for, and only for the tracks that showed the picture of that moment. Of each it is told whether it was heard. A clock that stutters has shown
// everything, only slower; one that runs ahead has left something out.
const every = 250, sendEvery = 5000, tolerance = 0.2, late = 0.3, most = 200, patience = 8000;
const classOf = (rate) => (rate <= 2 ? 0 : rate <= 4 ? 1 : 2);

export class Seen {
  counts = true;
  #player;
  #send;
  #changed;
  #store;
  #last = null;
  #sent = [];
  #unsent;
  #timers;
  #ending = new AbortController();

  // known: for every role the stretches of each class of speed, as the server has them. store: where the tab keeps what is not yet sent.
  constructor(player, known, { send, changed, store }) {
    Object.assign(this, { known });
    this.#player = player;
    this.#send = send;
    this.#changed = changed;
    this.#store = store;
    this.#unsent = [read(sessionStorage, store, [])].flat().filter((stretch) => known[stretch?.role] && stretch.to > stretch.from);
    for (const stretch of this.#unsent) this.#note(stretch);
    const signal = this.#ending.signal;
    player.addEventListener("state", () => this.#sample(), { signal });
    player.addEventListener("jump", ({ detail }) => this.#sample(detail.from, true), { signal });
    document.addEventListener("visibilitychange", () => this.#turn(), { signal });
    addEventListener("pagehide", () => this.#turn(), { signal });
    this.#timers = [setInterval(() => this.#sample(), every), setInterval(() => this.flush(), sendEvery)];
    this.flush();
  }

  // The stretches of one role, at any speed.
  of(role) { return joined(this.known[role].flat()); }

  #turn() {
    this.#sample();
    this.flush();
  }

  #sample(time = this.#player.time, jumps = false) {
    const { state, rate, tracks, sound } = this.#player;
    const visible = document.visibilityState === "visible";
    const roles = state === "playing" && visible && this.counts ? tracks.filter((track) => track.shows && Math.abs(track.time - time) < late * rate).map((track) => track.role) : [];
    const now = { time, rate, roles, heard: sound.heard?.role, at: performance.now(), ends: jumps || state !== "playing" };
    if (this.#last && visible) this.#take(this.#last, now);
    this.#last = now.ends ? null : now;
  }

  #take(before, now) {
    const expected = ((now.at - before.at) / 1000) * before.rate, advanced = now.time - before.time;
    if (advanced <= 0 || advanced > expected * (1 + tolerance)) return;
    for (const track of this.#player.tracks) {
      const stretch = this.#stretch(track, before, now);
      if (stretch) this.#add(stretch);
    }
  }

  // A part that began or ended in between counts from its first frame, or to its last.
  #stretch({ role, parts }, before, now) {
    const part = parts.find((item) => item.to > before.time && item.from < now.time);
    if (!part || !(before.roles.includes(role) || (part.from > before.time && now.roles.includes(role)))) return null;
    if (!now.ends && !now.roles.includes(role) && part.to > now.time) return null;
    return { role, rate: before.rate, heard: before.heard === role && now.heard === role, from: Math.max(before.time, part.from), to: Math.min(now.time, part.to) };
  }

  #add(stretch) {
    const before = this.#unsent.findLast((item) => item.role === stretch.role);
    if (before && before.rate === stretch.rate && before.heard === stretch.heard && Math.abs(before.to - stretch.from) < 0.001) before.to = stretch.to;
    else this.#unsent.push(stretch);
    this.#note(stretch);
    this.#changed();
  }

  #note({ role, rate, from, to }) {
    const classes = this.known[role], speed = classOf(rate);
    classes[speed] = joined([...classes[speed], [from, to]]);
  }

  // Kept in the tab until the server has it: a crash or a lost connection costs nothing. Told twice, it counts once. While the connection
  // is away an answer never comes, not even a refusal.
  async flush() {
    this.#keep();
    if (this.#sent.length > 0 || this.#unsent.length === 0) return;
    this.#sent = this.#unsent.splice(0, most);
    const kept = await Promise.race([this.#send(this.#sent).catch(() => false), new Promise((done) => setTimeout(done, patience, false))]);
    if (!kept) this.#unsent.unshift(...this.#sent);
    this.#sent = [];
    this.#keep();
  }

  #keep() { write(sessionStorage, this.#store, [...this.#sent, ...this.#unsent]); }

  // Gives what is left when the page is taken down in good order.
  close() {
    for (const timer of this.#timers) clearInterval(timer);
    this.#sample();
    this.#ending.abort();
    return [...this.#sent, ...this.#unsent];
  }
}
