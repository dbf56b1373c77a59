import { timecode } from "./time.js";

const slowest = 0.0625;
const interrupted = (refusal) => { if (refusal.name !== "AbortError") throw refusal; };

// One recorded track in its figure: a row of parts in the time of the sitting, and one <video> that shows the part of the moment.
// Outside its parts it says that there is no picture, and from when to when; it never just stands still or stays black.
export class Track {
  part = null;
  failed = false;
  onready = () => {};
  shown = -1; // The moment in the file of the frame that is on the screen.
  #loaded = null;
  #next = null;
  #settling = null;
  #length;
  #texts;

  constructor(figure, { role, parts, hasSound }, length, texts) {
    Object.assign(this, { figure, role, parts, hasSound });
    this.video = figure.querySelector("video");
    this.note = figure.querySelector("[data-note]");
    this.#length = length;
    this.#texts = texts;
    for (const name of ["canplay", "seeked", "loadeddata"]) this.video.addEventListener(name, () => this.#arrived());
    for (const name of ["waiting", "seeking", "playing"]) this.video.addEventListener(name, () => this.#show());
    this.video.addEventListener("error", () => this.#fail());
    figure.querySelector("[data-retry]")?.addEventListener("click", () => this.retry());
    this.#watch();
  }

  get time() { return (this.#loaded?.offset ?? 0) + this.video.currentTime; }

  // The last frames of a file are ready without there being future ones.
  get ready() { return !this.part || this.failed || (!this.video.seeking && (this.video.readyState >= 3 || this.video.ended)); }

  get starves() { return Boolean(this.part) && !this.failed && !this.video.ended && this.video.readyState < 3; }

  // A picture that is late or gone is not a picture that was seen.
  get shows() { return Boolean(this.part) && !this.failed && !this.video.seeking && this.video.readyState >= 2; }

  partAt(time) { return this.parts.find((part) => time >= part.from && time < part.to) ?? null; }

  // To the moment itself, at rest. Where there is nothing, what comes next is made ready.
  place(time) {
    this.#settling = null;
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
    this.#settling = null;
    this.pace(rate);
    return this.video.play();
  }

  pause() { this.video.pause(); }

  // Loading resets the rate to the default one, so both are set.
  pace(rate) {
    if (this.video.playbackRate === rate) return;
    this.video.defaultPlaybackRate = rate;
    this.video.playbackRate = rate;
  }

  // After a search Chrome paints the first frame it has, and where frames come irregularly that can be the one before. Played for a
  // moment at the slowest speed, which moves nothing, it paints the right one. Milliseconds of the file.
  async settle(milliseconds) {
    const mine = (this.#settling = {}), arrived = () => Math.abs(this.shown * 1000 - milliseconds) < 1.5;
    const until = async (done) => { for (let waited = 0; waited < 1500 && this.#settling === mine && !done(); waited += 10) await new Promise((next) => setTimeout(next, 10)); };
    await until(() => !this.video.seeking && this.video.readyState >= 2);
    await new Promise((next) => setTimeout(next, 60));
    if (this.#settling !== mine || arrived()) return;
    this.pace(slowest);
    await this.video.play().catch(interrupted);
    await until(arrived);
    if (this.#settling === mine) this.video.pause();
  }

  retry() {
    const at = this.video.currentTime;
    this.failed = false;
    this.video.load();
    this.#seek(at);
    this.#show();
  }

  #after(time) { return this.parts.find((part) => part.from > time) ?? null; }

  #load(time, part) {
    if (this.video.getAttribute("src") !== part.address) {
      this.failed = false;
      this.#next = null;
      this.video.src = part.address;
    }
    this.#loaded = part;
    this.#seek(time - part.offset);
  }

  // One search at a time: while one is under way only the latest wish is kept, or a scrub would pile them up.
  #seek(media) {
    if (this.video.seeking) this.#next = media;
    else if (Math.abs(this.video.currentTime - media) > 0.0002) this.video.currentTime = media;
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
    if (!this.part) this.note.textContent = this.#gap(now);
    this.#show();
  }

  #show() {
    const state = this.failed ? "failed" : !this.part ? "gap" : this.video.readyState < 2 || this.video.seeking ? "loading" : "picture";
    if (state === "loading") this.note.textContent = this.#texts.loading;
    this.figure.dataset.state = state;
  }

  #gap(now) {
    if (this.parts.length === 0) return this.#texts.nothing;
    const from = this.parts.findLast((part) => part.to <= now)?.to ?? 0;
    return this.#texts.noPicture.replace("{0}", timecode(from)).replace("{1}", timecode(this.#after(now)?.from ?? this.#length));
  }

  #watch() {
    this.video.requestVideoFrameCallback?.((_, frame) => {
      this.shown = frame.mediaTime;
      this.#watch();
    });
  }

  // Who has lost the task gets 404 for the recording; anything else is the file, the browser or the connection.
  async #fail() {
    if (!this.video.getAttribute("src")) return;
    this.failed = true;
    this.note.textContent = this.#texts.broken;
    this.#show();
    this.onready();
    const answer = await fetch(this.video.src, { method: "HEAD" }).catch(() => null);
    this.note.textContent = !answer ? this.#texts.offline : answer.ok ? this.#texts.broken : this.#texts.gone;
  }
}
