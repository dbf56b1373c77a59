import { Arrangement } from "../../Ui/Playback/arrangement.js";
import { Player } from "../../Ui/Playback/player.js";
import { Track } from "../../Ui/Playback/track.js";
import { Actions } from "./actions.js";
import { Ahead } from "./ahead.js";
import { Keys } from "./keys.js";
import { Kinds } from "./kinds.js";
import { loudnessOf } from "./loudness.js";
import { Memory } from "./memory.js";
import { Preview } from "./preview.js";
import { listenToPresses } from "./presses.js";
import { Quick } from "./quick.js";
import { Seen } from "./seen.js";
import { Signals } from "./signals.js";
import { Timeline } from "./timeline.js";
import { Transport } from "./transport.js";
import { unseenOf } from "./unseen.js";
import { View } from "./view.js";

const mainSetting = "review.main", saidFor = 4000, waitsFor = 2000;
const stages = new WeakMap();

export const open = (root, setup, page) => void stages.set(root, new Stage(root, setup, page));
export const showMarks = (root, marks) => stages.get(root)?.showMarks(marks);
export const showSignals = (root, address) => stages.get(root)?.showSignals(address);
export const followSignals = (root, follow) => stages.get(root)?.followSignals(follow);
export const allowWork = (root, allowed) => stages.get(root)?.allowWork(allowed);
export const tellWatched = (root) => stages.get(root)?.seen.flush();
export const time = (root) => stages.get(root)?.player.time ?? 0;
export const close = (root) => stages.get(root)?.close() ?? [];

// Puts the parts of the review stage together. What moves at the rate of frames stays here; the page hears of meanings only.
class Stage {
  constructor(root, setup, page) {
    Object.assign(this, { root, setup, page });
    const part = (name) => root.querySelector(`[data-${name}]`);
    this.tracks = setup.tracks.map((track) => new Track(root.querySelector(`figure[data-role="${track.role}"]`), track, setup.length, setup.trackTexts));
    this.player = new Player(this.tracks, setup.length);
    this.signals = new Signals(part("signals"), setup.texts, setup.length);
    this.kinds = new Kinds(part("timeline"), this.signals, () => this.timeline.draw());
    this.known = {
      length: setup.length, tracks: setup.tracks, breaks: setup.breaks, messages: setup.messages, quiet: setup.quiet, marks: setup.marks, markIn: null, loudness: [],
      seen: setup.seen, signals: this.signals, kinds: this.kinds,
    };
    this.arrangement = new Arrangement(part("tracks"), localStorage.getItem(mainSetting) ?? "0");
    const preview = new Preview(part("preview"), setup.previews, setup.tracks, () => this.main);
    this.timeline = new Timeline(part("timeline"), this.known, { seek: (time) => this.player.seek(time), mark: (id) => this.tell("SelectMark", id) }, preview);
    this.transport = new Transport(root, this.player, setup);
    this.seen = new Seen(this.player, setup.seen, {
      store: setup.store,
      send: (stretches) => page.invokeMethodAsync("Watched", stretches),
      changed: () => this.timeline.draw(),
    });
    this.allowWork(setup.canWork);
    this.quick = new Quick(this.player, this.known);
    this.transport.showQuick(this.quick.on);
    this.view = new View(root, this.arrangement);
    this.actions = new Actions(this);
    this.help = part("help");
    this.#ahead = new Ahead();
    this.keys = new Keys(root, { act: (name) => this.actions.do(name), choose: (number) => this.#choose(number), ahead: this.#ahead });
    root.addEventListener("focusin", ({ target }) => { if (target.matches("[data-typed^='mark.'][data-typed$='.seen']")) this.#ahead.arrive(target); });
    listenToPresses(this);
    this.player.addEventListener("state", () => this.#run());
    this.player.addEventListener("jump", ({ detail }) => this.#show(detail.to));
    this.#rows = setInterval(() => this.#showRows(), 250);
    root.addEventListener("sound", () => this.#hear());
    this.#memory = new Memory(setup.store);
    this.player.seek(this.#memory.last?.at ?? setup.at ?? unseenOf(this.tracks, this.seen)[0]?.[0] ?? 0);
    this.#hear();
    this.showSignals(setup.signals);
    // From here on every button answers; until now they showed that they would not.
    root.removeAttribute("aria-busy");
    if (this.#memory.last) this.#goOn(this.#memory.last);
  }

  #memory;
  #ahead;
  #opening = null;
  #signals;
  #rows;
  #frame = 0;

  get main() { return Number(this.arrangement.main.dataset.role); }

  tell(name, ...values) {
    const told = this.page.invokeMethodAsync(name, ...values);
    if (/^(Open|Reopen)/.test(name)) this.#opening = { told, until: performance.now() + waitsFor };
    if (name === "OpenFavour") this.#ahead.begin();
    return true;
  }

  say(text) {
    const note = this.root.querySelector("[data-say]");
    note.textContent = this.setup.texts[text];
    setTimeout(() => { note.textContent = ""; }, saidFor);
    return true;
  }

  enlarge(role) {
    this.arrangement.enlarge(role);
    localStorage.setItem(mainSetting, role);
    return true;
  }

  setMarkIn(time) {
    this.known.markIn = time;
    this.transport.showIn(time);
    this.timeline.draw();
    return true;
  }

  showMarks(marks) {
    this.known.marks = marks;
    this.timeline.draw();
  }

  // Without an address: those that could not be had the last time.
  async showSignals(address = this.#signals) {
    this.#signals = address;
    const failed = await this.signals.load(address).then(() => false, () => true);
    this.root.querySelector("[data-signals-failed]").hidden = !failed;
    this.kinds.show();
    this.timeline.measure();
  }

  foldKinds() {
    this.kinds.toggle();
    this.timeline.measure();
  }

  followSignals(follow) { this.signals.follow = follow; }

  // Somebody who only reads, marks nothing and is not counted as watching.
  allowWork(allowed) {
    this.canMark = allowed;
    this.seen.counts = allowed;
    if (!allowed && this.known.markIn !== null) this.setMarkIn(null);
  }

  // Gives back what was watched and has not been told.
  close() {
    clearInterval(this.#rows);
    cancelAnimationFrame(this.#frame);
    const rest = this.seen.close();
    for (const part of [this.keys, this.quick, this.player, this.timeline, this.arrangement]) part.close();
    stages.delete(this.root);
    return rest;
  }

  // After a reload: what was open is opened again. A mark without a category was never kept, so it begins once more.
  #goOn({ rate, markIn, open, panel }) {
    this.player.setRate(rate);
    if (panel) this.root.querySelector(`[data-panel="${panel}"]`)?.click();
    if (!this.canMark) return;
    if (markIn !== null) this.setMarkIn(markIn);
    if (open) this.setup.marks.some((mark) => mark.id === open.id) ? this.tell("SelectMark", open.id) : this.tell("ReopenMark", open.from, open.to, open.signal ?? null);
  }

  #remember() {
    const open = this.known.marks.find((mark) => mark.open), panel = this.root.querySelector("[data-panel][aria-expanded=true], [data-panel][aria-pressed=true]");
    this.#memory.keep({
      at: this.player.time, rate: this.player.asked, markIn: this.known.markIn, panel: panel?.dataset.panel ?? null,
      open: open ? { id: open.id, from: open.from, to: open.to, signal: open.signal } : null,
    });
  }

  #choose(number) {
    const open = this.known.marks.find((mark) => mark.open), opening = this.#opening?.until > performance.now() ? this.#opening.told : null;
    if (!open && !opening) return false;
    // With the first category the text opens, and what is typed from now on is meant for it.
    if (!open?.text) this.#ahead.begin();
    if (open) return this.tell("ChooseCategory", number);
    opening.then(() => this.tell("ChooseCategory", number));
    return true;
  }

  #run() {
    cancelAnimationFrame(this.#frame);
    this.#show(this.player.time);
    if (this.player.playing) this.#frame = requestAnimationFrame(() => this.#run());
  }

  #show(time) {
    this.transport.show(time);
    this.timeline.show(time, this.player.playing);
  }

  #showRows() {
    const { time } = this.player;
    this.signals.show(time);
    this.#remember();
    for (const row of this.root.querySelectorAll("[data-mark]")) row.toggleAttribute("data-now", time >= Number(row.dataset.from) && time < Number(row.dataset.to));
  }

  async #hear() {
    this.known.loudness = await loudnessOf(this.player.sound.track, new Map(this.setup.previews.map(({ recording, waveform }) => [recording, waveform])));
    this.timeline.draw();
  }
}
