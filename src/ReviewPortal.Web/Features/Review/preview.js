import { mediaOf } from "../../Ui/Playback/track.js";
import { before } from "../../Ui/Playback/moments.js";

// A small picture of a moment, cut from the sheet of the recording that is enlarged. A sheet is fetched once, when it is first pointed at.
const columns = 10;

export class Preview {
  #canvas;
  #previews;
  #tracks;
  #main;
  #sheets = new Map();
  #asked = 0;

  // previews: sheet and times of each recording. main: the role that is enlarged.
  constructor(canvas, previews, tracks, main) {
    this.#canvas = canvas;
    this.#previews = new Map(previews.filter((item) => item.storyboard).map((item) => [item.recording, item]));
    this.#tracks = tracks;
    this.#main = main;
  }

  show(time) {
    const turn = ++this.#asked, main = this.#main();
    const part = this.#tracks.find(({ role }) => role === main)?.parts.find(({ from, to }) => time >= from && time < to);
    const preview = part && this.#previews.get(part.recording);
    if (!preview) return this.hide();
    const sheet = this.#sheet(preview.storyboard), picture = Math.max(0, before(preview.times, mediaOf(part, time) + 0.001) - 1);
    if (!sheet.complete) sheet.addEventListener("load", () => { if (turn === this.#asked) this.#draw(sheet, preview, picture); }, { once: true });
    this.#draw(sheet, preview, picture);
  }

  hide() {
    this.#asked++;
    this.#canvas.hidden = true;
  }

  #sheet(address) {
    const known = this.#sheets.get(address);
    if (known) return known;
    const sheet = new Image();
    sheet.src = address;
    this.#sheets.set(address, sheet);
    return sheet;
  }

  #draw(sheet, { times }, picture) {
    this.#canvas.hidden = !sheet.complete || sheet.naturalWidth === 0;
    if (this.#canvas.hidden) return;
    const width = sheet.naturalWidth / columns, height = sheet.naturalHeight / Math.ceil(times.length / columns);
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#canvas.getContext("2d").drawImage(sheet, (picture % columns) * width, Math.floor(picture / columns) * height, width, height, 0, 0, width, height);
  }
}
