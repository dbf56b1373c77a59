import { timecode } from "../../Ui/Playback/time.js";
import { Density } from "./density.js";
import { box, hatch, outline, stripes, write } from "./pen.js";

// Draws the lanes of the timeline: everything but the playhead. Each gets the pen, the stage of the drawing and what is known.
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
const labelWidth = 92, density = new Density();

export const lanes = { ruler, sound, seen, recorded, signals, messages, marks };

function ruler(pen, { from, to, width, lane, colours, font, x }, { breaks }) {
  for (const [start, end] of breaks) hatch(pen, x(start), lane.top, x(end) - x(start), lane.height, colours.ink2);
  const step = steps.find((seconds) => (seconds / (to - from)) * width >= labelWidth) ?? steps.at(-1);
  pen.fillStyle = colours.ink2;
  for (let time = Math.ceil(from / step) * step; time < to; time += step) {
    pen.fillRect(Math.round(x(time)), lane.top + lane.height - 6, 1, 6);
    if (x(time) < width - 56) write(pen, timecode(time).slice(0, 8), Math.round(x(time)) + 4, lane.top + lane.height / 2, font, colours.ink2);
  }
}

// Every pixel shows the loudest moment it covers.
function sound(pen, { from, to, width, lane, colours, x }, { loudness, quiet }) {
  for (const [start, end] of quiet) hatch(pen, x(start), lane.top, x(end) - x(start), lane.height, colours.line);
  pen.fillStyle = colours.wave;
  const middle = lane.top + lane.height / 2, seconds = (to - from) / width;
  for (let pixel = 0; pixel < width; pixel++) {
    const start = from + pixel * seconds;
    let loudest = -1;
    for (const { offset, bytes, rate } of loudness) {
      const first = Math.floor((start - offset) * rate), last = Math.min(bytes.length, Math.max(first + 1, Math.floor((start + seconds - offset) * rate)));
      for (let at = Math.max(0, first); at < last; at++) loudest = Math.max(loudest, bytes[at]);
    }
    if (loudest < 0) continue;
    const half = Math.max(0.5, (loudest / 255) * (lane.height / 2 - 1));
    pen.fillRect(pixel, middle - half, 1, half * 2);
  }
}

// A stripe for every track; the faster it was watched, the thinner the colour and the stripe.
function seen(pen, { lane, colours, x }, { tracks, seen: known }) {
  stripes(lane, tracks, (track, top, height) => {
    pen.fillStyle = colours.seen;
    known[track.role].forEach((stretches, speed) => {
      const share = [1, 0.66, 0.4][speed];
      pen.globalAlpha = [1, 0.8, 0.65][speed];
      for (const [from, to] of stretches) box(pen, x(from), top + height * (1 - share), x(to) - x(from), height * share);
    });
    pen.globalAlpha = 1;
  });
}

function recorded(pen, { lane, colours, x }, { tracks, length }) {
  stripes(lane, tracks, (track, top, height) => {
    pen.fillStyle = colours.gap;
    box(pen, x(0), top, x(length) - x(0), height);
    pen.fillStyle = colours.line;
    for (const part of track.parts) {
      pen.clearRect(x(part.from), top, x(part.to) - x(part.from), height);
      box(pen, x(part.from), top, x(part.to) - x(part.from), height);
    }
  });
}

// A lane for every kind, or one for all when they are folded.
function signals(pen, { from, to, width, lane, colours }, { signals: known, kinds }) {
  const rows = kinds.rows(lane).map((row) => ({ ...row, pyramid: (row.lane?.pyramid ?? known.all) }));
  pen.save();
  pen.beginPath();
  pen.rect(0, lane.top, width, lane.height);
  pen.clip();
  pen.fillStyle = colours.stage;
  for (const { top } of rows.slice(1)) pen.fillRect(0, top - 1, width, 1);
  density.draw(pen, rows, { from, to, width, colour: colours.signal });
  pen.restore();
}

// Full: from the candidate. Open: from support.
function messages(pen, { lane, colours, x }, { messages: known }) {
  pen.fillStyle = pen.strokeStyle = colours.report;
  pen.lineWidth = 1.5;
  for (const { at, mine } of known) {
    pen.beginPath();
    pen.roundRect(x(at) - 3, lane.top + 2, 6, lane.height - 4, 2);
    if (mine) pen.fill();
    else pen.stroke();
  }
}

function marks(pen, { lane, colours, font, x }, { marks: known, markIn }) {
  for (const { from, to, label, open, favour } of known) {
    const left = x(from), width = Math.max(favour ? 6 : 4, x(to) - left);
    pen.fillStyle = favour ? colours.stage : colours.mark;
    pen.globalAlpha = open || favour ? 1 : 0.8;
    box(pen, left, lane.top, width, lane.height);
    pen.globalAlpha = 1;
    // What speaks for the student is open, with a plus; the others are full.
    if (favour) outline(pen, left + 1, lane.top + 1, width - 2, lane.height - 2, colours.mark);
    if (open) outline(pen, left, lane.top, width, lane.height, colours.ink);
    if (label && width > 14) write(pen, label, left + 4, lane.top + lane.height / 2 + 0.5, font, favour ? colours.mark : colours.stage);
  }
  if (markIn === null) return;
  pen.fillStyle = colours.mark;
  pen.fillRect(x(markIn), lane.top - 3, 2, lane.height + 6);
  pen.fillRect(x(markIn), lane.top - 3, 7, 2);
  pen.fillRect(x(markIn), lane.top + lane.height + 1, 7, 2);
}
