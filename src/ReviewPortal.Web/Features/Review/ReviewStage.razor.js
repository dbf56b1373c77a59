import { Arrangement } from "../../Ui/Playback/arrangement.js";
import { bytesOf } from "../../Ui/Playback/numbers.js";
import { Player } from "../../Ui/Playback/player.js";
import { without } from "../../Ui/Playback/stretches.js";
import { Track } from "../../Ui/Playback/track.js";
import { Actions } from "./actions.js";
import { Keys } from "./keys.js";
import { Seen } from "./seen.js";
import { Signals } from "./signals.js";
import { Timeline } from "./timeline.js";
import { Transport } from "./transport.js";

const mainSetting = "review.main";
const stages = new WeakMap();

export const open = (root, setup, page) => void stages.set(root, new Stage(root, setup, page));
export const showMarks = (root, marks) => stages.get(root)?.showMarks(marks);
export const showSignals = (root, address) => stages.get(root)?.showSignals(address);
export const followSignals = (root, follow) => stages.get(root)?.followSignals(follow);
export const time = (root) => stages.get(root)?.player.time ?? 0;
export const close = (root) => stages.get(root)?.close() ?? [];

// Puts the parts of the review stage together. What moves at the rate of frames stays here; the page hears of meanings only.
class Stage {
  constructor(root, setup, page) {
    Object.assign(this, { root, setup, page, canMark: setup.canWork });
    const part = (name) => root.querySelector(`[data-${name}]`);
    this.tracks = setup.tracks.map((track) => new Track(root.querySelector(`figure[data-role="${track.role}"]`), track, setup.length, setup.trackTexts));
    this.player = new Player(this.tracks, setup.length);
    this.signals = new Signals(part("signals"));
    this.known = {
      length: setup.length, tracks: setup.tracks, breaks: setup.breaks, messages: setup.messages, marks: setup.marks, markIn: null, loudness: [],
      seen: setup.seen, signals: this.signals, nameSignals: (from, to) => this.#nameSignals(from, to),
    };
    this.arrangement = new Arrangement(part("tracks"), localStorage.getItem(mainSetting) ?? "0");
    this.timeline = new Timeline(part("timeline"), this.known, { seek: (time) => this.player.seek(time), mark: (id) => this.tell("SelectMark", id) });
    this.transport = new Transport(root, this.player, setup);
    this.seen = setup.canWork ? this.#watch() : { of: (role) => setup.seen[role].flat(), close: () => [] };
    this.actions = new Actions(this);
    this.help = part("help");
    this.keys = new Keys(root, { act: (name) => this.actions.do(name), choose: (number) => this.#choose(number) });
    this.#press();
    this.player.addEventListener("state", () => this.#run());
    this.player.addEventListener("jump", ({ detail }) => this.#show(detail.to));
    this.#rows = setInterval(() => this.#showRows(), 250);
    root.addEventListener("sound", () => this.#hear());
    this.player.seek(setup.at ?? this.#firstUnseen());
    this.#hear();
    this.showSignals(setup.signals);
    // From here on every button answers; until now they showed that they would not.
    root.removeAttribute("aria-busy");
  }

  #rows;
  #frame = 0;

  get main() { return Number(this.arrangement.main.dataset.role); }

  tell(name, ...values) {
    this.page.invokeMethodAsync(name, ...values);
    return true;
  }

  say(text) {
    this.root.querySelector("[data-say]").textContent = this.setup.texts[text];
    return true;
  }

  enlarge(role) {
    this.arrangement.enlarge(role);
    localStorage.setItem(mainSetting, role);
    return true;
  }

  setMarkIn(time) {
    this.known.markIn = time;
    const chip = this.root.querySelector("[data-in]");
    chip.hidden = time === null;
    chip.querySelector("b").textContent = time === null ? "" : this.transport.clock.textContent;
    this.timeline.draw();
    return true;
  }

  showMarks(marks) {
    this.known.marks = marks;
    this.timeline.draw();
  }

  async showSignals(address) {
    await this.signals.load(address);
    this.timeline.draw();
  }

  followSignals(follow) { this.signals.follow = follow; }

  // Gives back what was watched and has not been told.
  close() {
    clearInterval(this.#rows);
    cancelAnimationFrame(this.#frame);
    const rest = this.seen.close();
    for (const part of [this.keys, this.player, this.timeline, this.arrangement]) part.close();
    stages.delete(this.root);
    return rest;
  }

  #watch() {
    return new Seen(this.player, this.setup.seen, {
      store: this.setup.store,
      send: (stretches) => this.page.invokeMethodAsync("Watched", stretches),
      changed: () => this.timeline.draw(),
    });
  }

  #firstUnseen() {
    const first = this.tracks.flatMap((track) => without(track.parts.map((part) => [part.from, part.to]), this.seen.of(track.role)).filter(([from, to]) => to - from >= 1));
    return first.length > 0 ? Math.min(...first.map(([from]) => from)) : 0;
  }

  // A pointer does not take the focus: the space bar goes on playing and pausing, whatever was clicked.
  #press() {
    this.root.addEventListener("mousedown", (event) => { if (event.target.closest("[data-do], [data-rate], [data-seek], figure")) event.preventDefault(); });
    this.root.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-do], [data-rate], [data-seek]"), figure = target.closest("figure[data-role]");
      if (button?.dataset.do) this.actions.do(button.dataset.do);
      else if (button?.dataset.rate) this.player.setRate(Number(button.dataset.rate));
      else if (button) this.player.seek(Number(button.dataset.seek));
      else if (figure && !target.closest("button")) "main" in figure.dataset ? this.player.toggle() : this.enlarge(figure.dataset.role);
    });
    const single = this.root.querySelector("[data-single]");
    single.checked = this.keys.single;
    single.addEventListener("change", () => this.keys.set(single.checked));
  }

  #choose(number) {
    return this.known.marks.some((mark) => mark.open) && this.tell("ChooseCategory", number);
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
    for (const row of this.root.querySelectorAll("[data-mark]")) row.toggleAttribute("data-now", time >= Number(row.dataset.from) && time < Number(row.dataset.to));
  }

  async #hear() {
    const files = new Map((this.player.sound?.parts ?? []).map((part) => [part.loudness, part.offset]));
    this.known.loudness = await Promise.all([...files].map(async ([address, offset]) => ({ offset, bytes: aboveNoise(await bytesOf(address)) })));
    this.timeline.draw();
  }

  #nameSignals(from, to) {
    const { times, sources } = this.signals, first = this.signals.before(from), after = this.signals.before(to);
    if (first >= after) return "";
    return after - first === 1 ? this.setup.texts.sources[sources[first]] : this.setup.texts.signals.replace("{0}", after - first);
  }
}

// Recorders pack sound in pieces of up to 60 ms, so tenths of a second get one or two by turns: three together are even. And even
// silence takes bytes: what the quietest moments take is the floor, and the rest stands out above it.
function aboveNoise(bytes) {
  const even = bytes.map((loudness, at) => ((bytes[at - 1] ?? loudness) + loudness + (bytes[at + 1] ?? loudness)) / 3);
  const [floor, most] = [even.toSorted()[Math.floor(even.length / 10)] ?? 0, Math.max(1, ...even)];
  return even.map((loudness) => (Math.max(0, loudness - floor) * 255) / Math.max(1, most - floor));
}
