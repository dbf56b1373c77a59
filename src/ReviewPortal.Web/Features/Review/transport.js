import { read, write } from "../../Ui/Playback/kept.js";
import { timecode } from "../../Ui/Playback/time.js";

const volumeSetting = "review.volume";

// The clock, the play button, the speeds and the sound: shows what the player does, and passes on what is pressed.
export class Transport {
  #root;
  #player;
  #setup;
  #wall;

  constructor(root, player, setup) {
    this.#root = root;
    this.#player = player;
    this.#setup = setup;
    this.#wall = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
    this.clock = root.querySelector("[data-clock]");
    this.wall = root.querySelector("[data-wall]");
    player.addEventListener("state", () => this.#state());
    this.#volume();
    this.#state();
    this.#sound();
  }

  show(time) {
    this.clock.textContent = timecode(time);
    this.wall.textContent = this.#wall.format(this.#setup.startsAt + time * 1000);
  }

  // The beginning of a mark whose end has not been set yet.
  showIn(time) {
    const chip = this.#root.querySelector("[data-in]");
    if (!chip) return;
    chip.hidden = time === null;
    chip.querySelector("b").textContent = time === null ? "" : timecode(time);
  }

  showQuick(on) { this.#root.querySelector("[data-do=quick]").setAttribute("aria-pressed", String(on)); }

  #state() {
    const { playing, asked, rate, state, hurries } = this.#player, speed = rate.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    const play = this.#root.querySelector("[data-do=toggle]");
    play.dataset.state = playing ? "playing" : "paused";
    play.setAttribute("aria-label", playing ? this.#setup.texts.pause : this.#setup.texts.play);
    for (const button of this.#root.querySelectorAll("[data-rate]")) button.setAttribute("aria-pressed", String(Number(button.dataset.rate) === asked));
    const note = this.#root.querySelector("[data-effective]");
    note.textContent = state === "waiting" ? this.#setup.texts.waiting
      : hurries ? this.#setup.texts.hurries.replace("{0}", speed)
      : rate !== asked ? this.#setup.texts.effective.replace("{0}", speed)
      : asked === 0.25 ? "¼×" : "";
  }

  #volume() {
    const slider = this.#root.querySelector("[data-volume]"), mute = this.#root.querySelector("[data-mute]");
    const { volume, muted } = read(localStorage, volumeSetting, {}), kept = { volume: volume >= 0 && volume <= 1 ? volume : 1, muted: muted === true };
    const apply = () => {
      this.#player.sound.set(kept.volume, kept.muted);
      slider.value = kept.muted ? 0 : kept.volume;
      mute.setAttribute("aria-pressed", String(kept.muted));
      write(localStorage, volumeSetting, kept);
    };
    slider.addEventListener("input", () => { Object.assign(kept, { volume: Number(slider.value) || kept.volume, muted: Number(slider.value) === 0 }); apply(); });
    mute.addEventListener("click", () => { kept.muted = !kept.muted; apply(); });
    apply();
  }

  // Which track is heard can be chosen where more than one has sound.
  #sound() {
    const buttons = [...this.#root.querySelectorAll("[data-sound]")];
    const paint = () => { for (const button of buttons) button.setAttribute("aria-pressed", String(Number(button.dataset.sound) === this.#player.sound.track?.role)); };
    for (const button of buttons) {
      button.addEventListener("click", (event) => {
        event.stopPropagation();
        this.#player.setSound(this.#player.tracks.find((track) => track.role === Number(button.dataset.sound)));
        this.#root.dispatchEvent(new CustomEvent("sound"));
        paint();
      });
    }
    paint();
  }
}
