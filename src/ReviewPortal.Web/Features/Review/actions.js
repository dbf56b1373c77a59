import { frameAt, framesOf } from "../../Ui/Playback/frames.js";
import { settle } from "../../Ui/Playback/settle.js";
import { timeOf } from "../../Ui/Playback/track.js";
import { without } from "../../Ui/Playback/stretches.js";
import { Jumps } from "./signals.js";
import { takeStill } from "./stills.js";
import { spans, unseenOf } from "./unseen.js";

const rates = [0.25, 0.5, 1, 2, 4, 8, 16], shortestGap = 2, nudge = 0.1;

// Everything a key or a button does, by name. False means that there is nothing to do it with now.
export class Actions {
  #stage;
  #jumps = new Jumps();
  #stepped = null;

  constructor(stage) { this.#stage = stage; }

  do(name) {
    const skip = /^(back|on)(\d+)$/.exec(name), enlarge = /^enlarge([1-3])$/.exec(name);
    if (skip) return this.#to(this.#player.time + (skip[1] === "on" ? 1 : -1) * Number(skip[2]));
    if (enlarge) return this.#stage.enlarge(Number(enlarge[1]) - 1);
    return name in this && name !== "constructor" ? this[name]() ?? true : false;
  }

  get #player() { return this.#stage.player; }
  get #marks() { return this.#stage.known.marks; }

  #to(time) {
    if (time === null || time === undefined) return false;
    this.#player.seek(time);
    return true;
  }

  toggle() { this.#player.toggle(); }
  slower() { this.#player.setRate(rates.findLast((rate) => rate < this.#player.asked) ?? rates[0]); }
  faster() { this.#player.setRate(rates.find((rate) => rate > this.#player.asked) ?? rates.at(-1)); }
  frameOn() { this.#step(1); }
  frameBack() { this.#step(-1); }
  signalOn() { return this.#to(this.#jumps.next(this.#stage.signals.times, this.#player.time)); }
  signalBack() { return this.#to(this.#jumps.previous(this.#stage.signals.times, this.#player.time)); }
  markOn() { return this.#to(this.#marks.map((mark) => mark.from).sort((a, b) => a - b).find((from) => from > this.#player.time + 0.3)); }
  markBack() { return this.#to(this.#marks.map((mark) => mark.from).sort((a, b) => a - b).findLast((from) => from < this.#player.time - 1)); }
  zoomIn() { this.#stage.timeline.zoom(0.5); }
  zoomOut() { this.#stage.timeline.zoom(2); }
  zoomAll() { this.#stage.timeline.whole(); }
  panBack() { this.#stage.timeline.pan(-0.5); }
  panOn() { this.#stage.timeline.pan(0.5); }
  view() { this.#stage.view.next(); }
  full() { this.#stage.view.fill(); }
  quick() {
    this.#stage.quick.set(!this.#stage.quick.on);
    this.#stage.say(this.#stage.quick.on ? "quickOn" : "quickOff");
    this.#stage.transport.showQuick(this.#stage.quick.on);
  }
  foldKinds() { this.#stage.foldKinds(); }
  help() { this.#stage.help.togglePopover(); }

  gap() {
    const all = [[0, this.#player.length]];
    const gaps = this.#player.tracks.flatMap((track) => without(all, spans(track))).filter(([from, to]) => to - from >= shortestGap).map(([from]) => from);
    return this.#to(this.#jumps.next(gaps.sort((a, b) => a - b), this.#player.time));
  }

  // The next moment that has not been watched on some track; from the beginning again after the last.
  unseen() {
    const unseen = unseenOf(this.#player.tracks, this.#stage.seen);
    const next = unseen.find(([from]) => from > this.#player.time + 0.3) ?? unseen[0];
    return next ? this.#to(next[0]) : this.#stage.say("allSeen");
  }

  markIn() { return this.#stage.canMark && this.#stage.setMarkIn(this.#player.time); }

  // The end of what I began; of the mark that is open; or of what just happened.
  markOut() {
    const { time } = this.#player, { markIn } = this.#stage.known;
    if (!this.#stage.canMark) return false;
    if (markIn === null && this.#marks.some((mark) => mark.open)) return this.#stage.tell("EndMark", time);
    this.#stage.setMarkIn(null);
    return this.#stage.tell("OpenMark", markIn !== null && markIn < time ? markIn : Math.max(0, time - 5), time);
  }

  markHere() {
    const { time, length } = this.#player;
    return this.#stage.canMark && this.#stage.tell("OpenMark", Math.max(0, time - 2.5), Math.min(length, time + 2.5));
  }

  // What speaks for the student needs no choosing: from the beginning I set, or around this moment.
  markFavour() {
    const { time, length } = this.#player, { markIn } = this.#stage.known;
    if (!this.#stage.canMark) return false;
    const begun = markIn !== null && markIn < time;
    if (begun) this.#stage.setMarkIn(null);
    return this.#stage.tell("OpenFavour", begun ? markIn : Math.max(0, time - 2.5), begun ? time : Math.min(length, time + 2.5));
  }

  // The frame on the screen, for the mark that is open.
  still() { return this.#stage.canMark && this.#open !== undefined && (takeStill(this.#stage), true); }

  startEarlier() { return this.#nudge("from", -nudge); }
  startLater() { return this.#nudge("from", nudge); }
  endEarlier() { return this.#nudge("to", -nudge); }
  endLater() { return this.#nudge("to", nudge); }

  // Done with the mark that is open.
  finish() {
    const button = this.#stage.root.querySelector("[data-finish]");
    button?.click();
    return button !== null;
  }

  // The panel that lies over the pictures.
  dismiss() {
    const button = this.#stage.root.querySelector(".panel .close");
    button?.click();
    return button !== null;
  }

  signalsAgain() { this.#stage.showSignals(); }

  forgetIn() { return this.#stage.setMarkIn(null); }

  get #open() { return this.#marks.find((mark) => mark.open); }

  // Moves an edge of the open mark, and shows the moment at which it stands now.
  #nudge(edge, by) {
    const mark = this.#open;
    if (!this.#stage.canMark || !mark) return false;
    this.#stage.tell("NudgeMark", edge === "to", by);
    return this.#to(Math.min(this.#player.length, Math.max(0, mark[edge] + by)));
  }

  // One frame of the enlarged track, counted from the one that is on the screen.
  async #step(by) {
    const player = this.#player, track = player.tracks.find((item) => item.role === this.#stage.main);
    player.pause();
    if (!track.part || track.failed) return this.#stage.say("noFrame");
    const { part } = track, frames = await framesOf(part.frames).catch(() => null);
    if (frames === null) return this.#stage.say("noFrames");
    const here = this.#stepped?.time === player.time && this.#stepped.part === part
      ? this.#stepped.frame : frameAt(frames, Math.round((track.shown >= 0 ? track.shown : track.video.currentTime) * 1000));
    const frame = here + by, milliseconds = frames[frame];
    if (milliseconds === undefined) return this.#stage.say("noFrame");
    // A frame is shown from its moment on; half a millisecond later it is certainly this one and not the one before.
    player.seek(timeOf(part, milliseconds / 1000 + 0.0005));
    this.#stepped = { part, frame, time: player.time };
    const at = player.time;
    await settle(track, milliseconds, () => !player.playing && player.time === at);
    return true;
  }
}
