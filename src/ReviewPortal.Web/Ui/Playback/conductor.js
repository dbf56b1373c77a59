import { Pace } from "./pace.js";

const patience = 0.7;

// Keeps the tracks together while they play: ten times a second it looks who enters, who leads, who lags, and whether all can keep up.
export class Conductor {
  #tracks;
  #clock;
  #governor;
  #sound;
  #pace = new Pace();
  #since = 0;
  #last = 0;
  #starving = 0;

  constructor(tracks, clock, governor, sound) {
    this.#tracks = tracks;
    this.#clock = clock;
    this.#governor = governor;
    this.#sound = sound;
  }

  begin(leader) {
    this.#clock.run(this.#governor.rate, leader);
    this.#since = this.#last = performance.now();
    this.#starving = 0;
    this.#pace.begin(leader ? (ahead) => this.#sound.learn(ahead) : null);
  }

  // What the moment asks of the player: to wait at a time, to jump from one to another, to change the rate, or nothing.
  beat(now) {
    const since = (performance.now() - this.#last) / 1000;
    this.#last = performance.now();
    const waitAt = this.#enter(now);
    if (waitAt !== null) return { waitAt };
    const jump = this.#lead(now);
    const starving = this.#tracks.some((track) => track.starves);
    this.#starving = starving ? this.#starving + since : 0;
    if (this.#starving > patience) return { waitAt: now };
    return { jump, repace: this.#keepUp(now, starving) };
  }

  #keepUp(now, starving) {
    const elapsed = (performance.now() - this.#since) / 1000;
    this.#pace.step(this.#tracks.filter((track) => track !== this.#sound.track), now, this.#governor.rate, elapsed);
    return elapsed > 1 && this.#governor.judge(this.#pace.worst, starving);
  }

  // The moment brings parts and takes them away. After a hole in all tracks playing waits where the picture begins: nothing of it may be missed.
  #enter(now) {
    const alone = this.#tracks.every((track) => !track.part);
    for (const track of this.#tracks) {
      if (!track.follow(now) || !track.part) continue;
      if (alone) return track.part.from;
      if (!track.ready) return now;
      track.start(this.#governor.rate);
    }
    return null;
  }

  // Hands the clock from the sound to the timer and back.
  #lead(now) {
    const { leader } = this.#sound;
    if (leader === this.#clock.leader) return null;
    if (leader && !leader.runs) return null;
    this.#clock.run(this.#governor.rate, leader, now);
    return leader ? { from: now, to: this.#clock.time } : null;
  }
}
