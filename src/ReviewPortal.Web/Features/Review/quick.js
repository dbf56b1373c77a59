// Lets stretches in which nothing happens play faster, when the reviewer wants that: no sound, nothing new on the screen, no signal and no word in
// the chat. Nothing is left out: it is watched at that speed, and counts as watched at that speed.
const setting = "review.quick", rate = 4, runUp = 2, around = 3, every = 200;

export class Quick {
  on = localStorage.getItem(setting) === "on";
  #player;
  #known;
  #timer;

  constructor(player, known) {
    this.#player = player;
    this.#known = known;
    this.#timer = setInterval(() => this.#look(), every);
  }

  set(on) {
    this.on = on;
    localStorage.setItem(setting, on ? "on" : "off");
    this.#look();
  }

  close() { clearInterval(this.#timer); }

  #look() { this.#player.hurry(this.on && this.#player.playing && this.#isQuiet(this.#player.time) ? rate : 0); }

  #isQuiet(time) {
    const { quiet, signals, messages } = this.#known;
    return quiet.some(([from, to]) => time >= from && time < to - runUp)
      && signals.before(time + around) === signals.before(time - around)
      && !messages.some(({ at }) => Math.abs(at - time) < around);
  }
}
