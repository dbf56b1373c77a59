import { Player } from "./Playback/player.js";
import { timecode } from "./Playback/time.js";
import { Track } from "./Playback/track.js";

const runUp = 2;
const players = new WeakMap();

export function play(root, setup) {
  if (!players.has(root)) players.set(root, new MomentPlayer(root, setup));
  players.get(root).show(setup.from, setup.to);
}

export function close(root) {
  players.get(root)?.close();
  players.delete(root);
}

// Plays from two seconds before the moment to its end, and no further.
class MomentPlayer {
  #player;
  #frame = 0;
  #from = 0;
  #to = 0;

  constructor(root, setup) {
    Object.assign(this, { setup });
    this.button = root.querySelector("[data-toggle]");
    this.position = root.querySelector("[data-position]");
    this.time = root.querySelector("[data-time]");
    this.#player = new Player(setup.tracks.map((track) => new Track(root.querySelector(`figure[data-role="${track.role}"]`), track, setup.length, setup.trackTexts)), setup.length);
    this.#player.addEventListener("state", () => this.#run());
    this.#player.addEventListener("jump", () => this.#paint());
    this.button.addEventListener("click", () => this.#toggle());
    root.querySelector(".pictures").addEventListener("click", (event) => { if (!event.target.closest("button")) this.#toggle(); });
    root.querySelector("[data-replay]").addEventListener("click", () => this.show(this.#from, this.#to, 0));
    root.querySelector("[data-mute]").addEventListener("change", ({ target }) => this.#player.sound.set(1, target.checked));
    this.position.addEventListener("input", () => this.#player.seek(this.#from + Number(this.position.value) * (this.#to - this.#from)));
  }

  show(from, to, before = runUp) {
    this.#from = Math.max(0, from - before);
    this.#to = Math.min(this.setup.length, to);
    this.#player.pause();
    this.#player.seek(this.#from);
    this.#player.play();
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.#player.close();
  }

  #toggle() {
    if (!this.#player.playing && this.#player.time >= this.#to - 0.05) this.#player.seek(this.#from);
    this.#player.toggle();
  }

  #run() {
    cancelAnimationFrame(this.#frame);
    if (this.#player.playing && this.#player.time >= this.#to) return this.#player.pause();
    this.#paint();
    if (this.#player.playing) this.#frame = requestAnimationFrame(() => this.#run());
    return undefined;
  }

  #paint() {
    const { time, playing } = this.#player;
    this.position.value = (time - this.#from) / Math.max(0.001, this.#to - this.#from);
    this.position.setAttribute("aria-valuetext", timecode(time));
    this.time.textContent = `${timecode(time)} / ${timecode(this.#to)}`;
    this.button.dataset.state = playing ? "playing" : "paused";
    this.button.setAttribute("aria-label", playing ? this.setup.pause : this.setup.play);
  }
}
