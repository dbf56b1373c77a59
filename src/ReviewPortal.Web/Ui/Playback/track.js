import { Veil } from "./veil.js";

// Whatever interrupts it brings a picture of its own; a file that cannot be played says so with an event.
const interrupted = (refusal) => { if (refusal.name !== "AbortError" && refusal.name !== "NotSupportedError") throw refusal; };

// A part knows where its file's time zero lies in the sitting, and how many seconds of the file go into one of the sitting.
export const timeOf = (part, media) => part.offset + media / part.clockRate;
export const mediaOf = (part, time) => (time - part.offset) * part.clockRate;

// One recorded track in its figure: a row of parts in the time of the sitting, and one <video> that shows the part of the moment.
// Outside its parts it says so; it never just stands still or stays black.
export class Track {
  part = null;
  failed = false;
  onready = () => {};
  onretry = () => {};
  shown = -1; // The moment in the file of the frame that is on the screen.
  #loaded = null;
  #next = null;
  #length;
  #veil;

  constructor(figure, { role, parts, hasSound }, length, texts) {
    Object.assign(this, { figure, role, parts, hasSound });
    this.video = figure.querySelector("video");
    this.#length = length;
    this.#veil = new Veil(figure, texts);
    for (const name of ["canplay", "seeked", "loadeddata"]) this.video.addEventListener(name, () => this.#arrived());
    for (const name of ["waiting", "seeking", "playing"]) this.video.addEventListener(name, () => this.#show());
    this.video.addEventListener("error", () => this.#fail());
    figure.querySelector("[data-retry]")?.addEventListener("click", () => this.retry());
    if (this.video.readyState >= 2) this.#readAhead();
    else this.video.addEventListener("loadeddata", () => this.#readAhead(), { once: true });
    this.#watch();
    if (this.video.error) this.#fail(); // Loading began before this script ran.
  }

  // Of the sitting. The clock of a telephone may run a little fast or slow against that of the sitting.
  get time() { return this.#loaded ? timeOf(this.#loaded, this.video.currentTime) : this.video.currentTime; }

  get plays() { return Boolean(this.part) && !this.failed; }

  // The last frames of a file are ready without there being future ones.
  get ready() { return !this.plays || (!this.video.seeking && (this.video.readyState >= 3 || this.video.ended)); }

  get starves() { return this.plays && !this.video.ended && this.video.readyState < 3; }

  // A picture that is folded away is played, but shows nothing to anybody.
  get shows() { return this.plays && !this.video.seeking && this.video.readyState >= 2 && !this.figure.hidden; }

  // It has left its first frame behind, so its time can be relied on.
  get runs() { return this.plays && !this.video.paused && !this.video.seeking && this.video.readyState >= 3 && this.time > this.part.from + 0.02; }

  partAt(time) { return this.parts.find((part) => time >= part.from && time < part.to) ?? null; }

  // To the moment itself, at rest. Where there is nothing, what comes next is made ready.
  place(time) {
    this.video.pause();
    this.part = this.partAt(time);
    const next = this.part ?? this.#after(time);
    if (next) this.#load(this.part ? time : next.from, next);
    this.#tell(time);
  }

  // Keeps up with the clock: true when the moment has brought another part, which has to be played, or none.
  follow(now) {
    // The sound of a file may end a little before its picture, or the other way round; the file is over then.
    if (this.part && this.video.ended && now < this.part.to) this.part.to = Math.max(this.part.from, now);
    const part = this.partAt(now);
    if (part === this.part) return false;
    if (!part) this.place(now);
    else if (part !== this.#loaded || Math.abs(this.time - now) > 2) this.#load(now, part);
    this.part = part;
    this.#tell(now);
    return true;
  }

  play(rate) {
    this.pace(rate);
    return this.video.play();
  }

  start(rate) {
    if (this.plays) this.play(rate).catch(interrupted);
  }

  pause() { this.video.pause(); }

  // Loading resets the rate to the default one, so both are set.
  pace(rate) {
    const own = Math.min(16, Math.max(0.0625, rate * (this.#loaded?.clockRate ?? 1)));
    if (this.video.playbackRate === own) return;
    this.video.defaultPlaybackRate = own;
    this.video.playbackRate = own;
  }

  // How fast it plays, in seconds of the sitting.
  get rate() { return this.video.playbackRate / (this.#loaded?.clockRate ?? 1); }

  // While it plays, to a moment of the part that is playing.
  leap(time) { this.#jump(mediaOf(this.#loaded, time)); }

  retry() {
    const at = this.video.currentTime;
    this.failed = false;
    this.video.load();
    this.#seek(at);
    this.#show();
    this.onretry();
  }

  #after(time) { return this.parts.find((part) => part.from > time) ?? null; }

  #load(time, part) {
    if (this.video.getAttribute("src") !== part.address) {
      this.failed = false;
      this.#next = null;
      this.video.src = part.address;
    }
    this.#loaded = part;
    this.#seek(mediaOf(part, time));
  }

  // One search at a time: while one is under way only the latest wish is kept, or a scrub would pile them up.
  #seek(media) {
    if (this.video.seeking) this.#next = media;
    else if (Math.abs(this.video.currentTime - media) > 0.0002) this.#jump(media);
  }

  // What was on the screen before is not where it stands now, also as long as nothing new has been painted.
  #jump(media) {
    this.shown = -1;
    this.video.currentTime = media;
  }

  #arrived() {
    if (this.#next !== null && !this.video.seeking) {
      const media = this.#next;
      this.#next = null;
      this.#seek(media);
    }
    this.#show();
    if (this.ready) this.onready();
  }

  #tell(now) {
    if (this.parts.length === 0) this.#veil.nothing();
    else if (!this.part) this.#veil.gap(this.parts.findLast((part) => part.to <= now)?.to ?? 0, this.#after(now)?.from ?? this.#length);
    else this.#show();
  }

  #show() {
    if (!this.plays) return;
    if (this.video.readyState < 2 || this.video.seeking) this.#veil.loading();
    else this.#veil.lift();
  }

  // Until the first picture only what it takes; from then on as far ahead as the browser likes.
  #readAhead() { this.video.preload = "auto"; }

  #watch() {
    this.video.requestVideoFrameCallback?.((_, frame) => {
      this.shown = frame.mediaTime;
      this.#watch();
    });
  }

  #fail() {
    if (!this.video.getAttribute("src")) return;
    this.failed = true;
    this.#veil.failed(this.video.src);
    this.onready();
  }
}
