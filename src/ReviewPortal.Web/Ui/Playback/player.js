import { Clock } from "./clock.js";
import { Conductor } from "./conductor.js";
import { Governor } from "./governor.js";
import { Sound } from "./sound.js";

const beat = 100, longestStart = 1000;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Plays the tracks of a sitting against one clock. Paused; waiting until every track has its picture; starting with the sound; playing.
// Tells of "state" (also when the rate changes) and "jump" (from, to).
export class Player extends EventTarget {
  state = "paused";
  #clock = new Clock();
  #governor = new Governor();
  #conductor;
  #timer = 0;
  #turn = 0;
  #wish = 1;
  #least = 0;

  constructor(tracks, length) {
    super();
    Object.assign(this, { tracks, length, sound: new Sound(tracks) });
    this.#conductor = new Conductor(tracks, this.#clock, this.#governor, this.sound);
    for (const track of tracks) Object.assign(track, { onready: () => this.#go(), onretry: () => { if (this.playing) this.#wait(this.time); } });
  }

  get time() { return Math.min(this.length, Math.max(0, this.#clock.time)); }
  get rate() { return this.#governor.rate; }
  get asked() { return this.#wish; }
  get hurries() { return this.#least > this.#wish; }
  get playing() { return this.state !== "paused"; }

  play() {
    if (this.playing) return;
    if (this.time >= this.length - 0.05) this.seek(0);
    this.#become("waiting");
    this.#go();
  }

  pause() {
    if (!this.playing) return;
    this.#halt();
    this.#become("paused");
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  seek(time) {
    const from = this.time, to = Math.min(this.length, Math.max(0, time));
    this.#halt();
    this.#clock.set(to);
    for (const track of this.tracks) track.place(to);
    this.#tell("jump", { from, to });
    this.#resume();
  }

  setRate(rate) {
    this.#wish = rate;
    this.#ask();
  }

  // For as long as nothing happens: at least this fast, whatever speed was asked for. 0 for no hurry.
  hurry(least) {
    const before = Math.max(this.#wish, this.#least);
    this.#least = least;
    if (Math.max(this.#wish, least) !== before) this.#ask();
  }

  // The track that is heard leads the clock and is never nudged.
  setSound(track) {
    if (this.state === "playing") this.#clock.run(this.rate, null);
    this.sound.choose(track);
    track?.pace(this.rate);
  }

  close() {
    this.#halt();
    for (const track of this.tracks) track.video.removeAttribute("src");
  }

  #ask() {
    this.#governor.ask(Math.max(this.#wish, this.#least));
    this.#repace();
  }

  #become(state) {
    this.state = state;
    this.#tell("state");
  }

  #tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail })); }

  #halt() {
    this.#turn++;
    clearInterval(this.#timer);
    this.#clock.stop();
    for (const track of this.tracks) track.pause();
  }

  #resume() {
    if (!this.playing) return;
    this.#become("waiting");
    this.#go();
  }

  #go() {
    if (this.state === "waiting" && this.tracks.every((track) => track.ready)) this.#start();
  }

  async #start() {
    const turn = ++this.#turn, { leader } = this.sound, from = leader?.time;
    this.#become("starting");
    leader?.play(this.rate).catch((refusal) => { if (turn === this.#turn) this.#refused(refusal); });
    if (leader) await pause(this.sound.headStart);
    if (turn !== this.#turn) return;
    for (const track of this.tracks) if (track !== leader) track.start(this.rate);
    for (let waited = 0; leader && turn === this.#turn && leader.time <= from && waited < longestStart; waited += 5) await pause(5);
    if (turn === this.#turn) this.#begin(leader);
  }

  // The browser wants a click first; or the file cannot be played after all, and the others go on without it.
  #refused(refusal) {
    if (refusal.name === "NotAllowedError") this.pause();
    else this.#become("waiting");
  }

  #begin(leader) {
    this.#conductor.begin(leader);
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#beat(), beat);
    this.#become("playing");
  }

  #beat() {
    const now = this.time;
    if (now >= this.length) return this.pause();
    const { waitAt, jump, repace } = this.#conductor.beat(now);
    if (waitAt !== undefined) return this.#wait(waitAt);
    if (jump) this.#tell("jump", jump);
    if (repace) this.#repace();
    return undefined;
  }

  #wait(at) {
    this.#halt();
    this.#clock.set(at);
    for (const track of this.tracks) if (!track.part || Math.abs(track.time - at) > 0.1) track.place(at);
    this.#resume();
  }

  #repace() {
    if (this.state === "playing") this.#clock.run(this.rate, this.#clock.leader);
    for (const track of this.tracks) track.pace(this.rate);
    this.#become(this.state);
  }
}
