import { Clock } from "./clock.js";
import { Governor } from "./governor.js";
import { Pace } from "./pace.js";

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const beat = 100, patience = 0.7;
const headStart = "player.headStart", longestHeadStart = 300;

// Plays the tracks of a sitting against one clock. Paused; waiting until every track has its picture; starting with the sound; playing.
// Tells of "state" (also when the rate changes) and "jump" (from, to).
export class Player extends EventTarget {
  state = "paused";
  #clock = new Clock();
  #governor = new Governor();
  #pace = new Pace();
  #timer = 0;
  #since = 0;
  #starving = 0;
  #turn = 0;

  constructor(tracks, length) {
    super();
    Object.assign(this, { tracks, length });
    this.sound = tracks.find((track) => track.hasSound) ?? null;
    this.headStart = Number(localStorage.getItem(headStart) ?? 70);
    for (const track of tracks) track.onready = () => this.#go();
    this.#hear();
  }

  get time() { return Math.min(this.length, Math.max(0, this.#clock.time)); }
  get rate() { return this.#governor.rate; }
  get asked() { return this.#governor.asked; }
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
    this.dispatchEvent(new CustomEvent("jump", { detail: { from, to } }));
    if (!this.playing) return;
    this.#become("waiting");
    this.#go();
  }

  setRate(rate) {
    this.#governor.ask(rate);
    this.#repace();
  }

  // The track that is heard leads the clock and is never nudged.
  setSound(track) {
    if (this.state === "playing") this.#clock.run(this.rate, null);
    this.sound = track;
    track?.pace(this.rate);
    this.#hear();
  }

  setVolume(volume, muted) {
    this.volume = volume;
    this.muted = muted;
    this.#hear();
  }

  close() {
    this.#halt();
    for (const track of this.tracks) track.video.removeAttribute("src");
  }

  #hear() {
    for (const track of this.tracks) {
      track.video.volume = this.volume ?? 1;
      track.video.muted = track !== this.sound || Boolean(this.muted);
    }
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new CustomEvent("state"));
  }

  #halt() {
    this.#turn++;
    clearInterval(this.#timer);
    this.#clock.stop();
    for (const track of this.tracks) track.pause();
  }

  #go() {
    if (this.state === "waiting" && this.tracks.every((track) => track.ready)) this.#start();
  }

  // Sound takes longer to start than a silent picture, by some 70 ms that differ from computer to computer: it gets a head start, and
  // every start teaches how much.
  async #start() {
    const turn = ++this.#turn, leader = this.#leader(), from = leader?.time;
    this.#become("starting");
    leader?.play(this.rate).catch((refusal) => { if (turn === this.#turn) this.#refused(refusal); });
    if (leader) await pause(this.headStart);
    if (turn !== this.#turn) return;
    for (const track of this.tracks) if (track !== leader) this.#run(track);
    for (let waited = 0; leader && turn === this.#turn && leader.time <= from && waited < 1000; waited += 5) await pause(5);
    if (turn === this.#turn) this.#begin(leader);
  }

  // The browser wants a click first; or the file cannot be played after all, and the others go on without it.
  #refused(refusal) {
    if (refusal.name === "NotAllowedError") this.pause();
    else this.#become("waiting");
  }

  #begin(leader) {
    this.#clock.run(this.rate, leader);
    this.#since = performance.now();
    this.#starving = 0;
    this.#pace.begin(leader ? (error) => this.#learn(error) : null);
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#beat(), beat);
    this.#become("playing");
  }

  // Too far ahead means that they should have started later.
  #learn(error) {
    this.headStart = Math.min(longestHeadStart, Math.max(0, this.headStart + error * 600));
    localStorage.setItem(headStart, this.headStart.toFixed(0));
  }

  #run(track) {
    if (track.part && !track.failed) track.play(this.rate).catch((refusal) => { if (refusal.name !== "AbortError" && refusal.name !== "NotSupportedError") throw refusal; });
  }

  #leader() {
    const track = this.sound;
    return track?.part && !track.failed && !track.video.ended ? track : null;
  }

  #beat() {
    const now = this.time;
    if (now >= this.length) return this.pause();
    if (this.#enter(now)) return undefined;
    this.#lead(now);
    const starving = this.tracks.some((track) => track.starves);
    this.#starving = starving ? this.#starving + beat / 1000 : 0;
    if (this.#starving > patience) return this.#wait(now);
    const elapsed = (performance.now() - this.#since) / 1000;
    this.#pace.step(this.tracks.filter((track) => track !== this.sound), now, this.rate, elapsed);
    if (elapsed > 1 && this.#governor.judge(this.#pace.worst, starving)) this.#repace();
    return undefined;
  }

  // True when playing had to stop for what the moment brought.
  #enter(now) {
    const alone = this.tracks.every((track) => !track.part);
    for (const track of this.tracks) {
      if (!track.follow(now) || !track.part) continue;
      // After a hole in all tracks the clock steps back to where the picture begins: nothing of it may be missed.
      if (alone) this.#clock.set(track.part.from);
      if (alone || !track.ready) {
        this.#wait(alone ? track.part.from : now);
        return true;
      }
      this.#run(track);
    }
    return false;
  }

  // Hands the clock from the sound to the timer and back.
  #lead(now) {
    const leader = this.#leader();
    if (leader === this.#clock.leader) return;
    if (!leader) this.#clock.run(this.rate, null, now);
    else if (!leader.video.paused && !leader.video.seeking && leader.video.readyState >= 3 && leader.time > leader.part.from + 0.02) {
      this.#clock.run(this.rate, leader);
      this.dispatchEvent(new CustomEvent("jump", { detail: { from: now, to: this.time } }));
    }
  }

  #wait(at) {
    this.#halt();
    this.#clock.set(at);
    for (const track of this.tracks) if (!track.part || Math.abs(track.time - at) > 0.1) track.place(at);
    this.#become("waiting");
    this.#go();
  }

  #repace() {
    if (this.state === "playing") this.#clock.run(this.rate, this.#clock.leader);
    for (const track of this.tracks) track.pace(this.rate);
    this.#become(this.state);
  }
}
