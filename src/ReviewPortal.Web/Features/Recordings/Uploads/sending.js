import { duration, fill, size } from "./words.js";

const part = 32 * 1024 * 1024;
const longestWait = 30;
const tellAfter = 500;
const lookAgain = 1500;

// Sends one file over tus 1.0.0, part by part, and goes on where it was after whatever came between.
export class Sending {
  changed = () => {};
  #request = null;
  #wake = null;
  #sent = 0;
  #speed = 0;
  #failures = 0;
  #mark = null;

  constructor(file, setup) {
    Object.assign(this, { file, setup, state: "waiting", sentence: setup.words.Waiting, moving: false });
    this.key = `portal.upload ${setup.person} ${file.name} ${file.size} ${file.lastModified}`;
  }

  get waiting() { return this.state === "waiting"; }

  get running() { return this.state === "running"; }

  get open() { return this.waiting || this.running; }

  get failed() { return this.state === "failed"; }

  get arrived() { return this.state === "arrived"; }

  get ended() { return !this.open; }

  get share() { return this.file.size ? this.#sent / this.file.size : 0; }

  again() {
    this.#tell("waiting", this.setup.words.Waiting);
    return true;
  }

  async run() {
    const { words, most, language } = this.setup;
    if (this.file.size === 0) return this.#tell("failed", fill(words.Failed, words.Empty));
    if (this.file.size > most) return this.#tell("failed", fill(words.Failed, size(most, language)));
    this.#tell("running", words.Starting);
    while (this.running) {
      try {
        await this.#send();
        if (this.running) return this.#arrive();
      } catch (problem) {
        if (!this.running) return undefined;
        if (problem.final) return this.#tell("failed", problem.message);
        await this.#pause(problem.wait ?? Math.min(longestWait, 2 ** this.#failures++));
      }
    }
    return undefined;
  }

  cancel() {
    const address = this.#address;
    this.#forget();
    this.#tell("cancelled", this.setup.words.Cancelled);
    this.#request?.abort();
    this.#wake?.();
    // A part may still be on its way out; then the portal asks for a moment.
    if (address) this.#ask("DELETE", address).then((answer) => { if (answer.status === 423) setTimeout(() => this.#ask("DELETE", address).catch(() => {}), 1500); }, () => {});
  }

  async #send() {
    await this.#find();
    this.#mark = { at: performance.now(), sent: this.#sent };
    while (this.running && this.#sent < this.file.size) {
      const from = this.#sent;
      const answer = await this.#ask("PATCH", this.#address, {
        headers: { "Upload-Offset": from, "Content-Type": "application/offset+octet-stream" },
        body: this.file.slice(from, from + part),
        progress: (loaded) => this.#progress(from + loaded),
      });
      this.#sent = Number(answer.getResponseHeader("Upload-Offset") ?? from);
      if (answer.status !== 204) throw this.#problem(answer);
      this.#failures = 0;
    }
  }

  // Where it was, or a new beginning.
  async #find() {
    const { endpoint, words, language } = this.setup;
    if (this.#address) {
      const answer = await this.#ask("HEAD", this.#address);
      if (answer.status === 200 && Number(answer.getResponseHeader("Upload-Length")) === this.file.size) {
        this.#sent = Number(answer.getResponseHeader("Upload-Offset"));
        return this.#tell("running", fill(words.Resuming, size(this.#sent, language)));
      }
      if (![200, 404, 410].includes(answer.status)) throw this.#problem(answer);
    }
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(this.file.name)));
    const answer = await this.#ask("POST", endpoint, { headers: { "Upload-Length": this.file.size, "Upload-Metadata": `filename ${name}` } });
    if (answer.status !== 201) throw this.#problem(answer);
    this.#address = answer.getResponseHeader("Location");
    this.#sent = 0;
    return undefined;
  }

  #problem(answer) {
    const { words } = this.setup;
    if (answer.status === 401) return Object.assign(new Error(words.SignedOut), { final: true });
    const told = detail(answer);
    const wait = Number(answer.getResponseHeader("Retry-After")) || undefined;
    // After the rest a person has to do something.
    if (passes(answer.status)) return Object.assign(new Error(told), { wait });
    return Object.assign(new Error(fill(words.Failed, told)), { final: true });
  }

  #ask(verb, address, { headers = {}, body = null, progress = null } = {}) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      if (verb !== "DELETE" && verb !== "GET") this.#request = request;
      request.open(verb, address);
      for (const [name, value] of Object.entries({ "Tus-Resumable": "1.0.0", "Accept-Language": this.setup.language, ...headers })) request.setRequestHeader(name, value);
      if (progress) request.upload.addEventListener("progress", ({ loaded }) => progress(loaded));
      request.addEventListener("load", () => resolve(request));
      for (const lost of ["error", "abort", "timeout"]) request.addEventListener(lost, () => reject(new Error(lost)));
      request.send(body);
    });
  }

  #progress(sent) {
    const { words, language } = this.setup;
    this.#sent = sent;
    const now = performance.now();
    if (now - this.#mark.at < tellAfter) return;
    const speed = (sent - this.#mark.sent) / ((now - this.#mark.at) / 1000);
    this.#speed = this.#speed ? 0.7 * this.#speed + 0.3 * speed : speed;
    this.#mark = { at: now, sent };
    const left = duration((this.file.size - sent) / Math.max(1, this.#speed), words);
    this.moving = true;
    this.#tell("running", fill(words.Sending, size(sent, language), size(this.file.size, language), size(this.#speed, language), left));
  }

  async #pause(seconds) {
    this.moving = false;
    this.#speed = 0;
    this.#tell("running", fill(this.setup.words.Lost, seconds));
    await new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, seconds * 1000);
      addEventListener("online", resolve, { once: true });
    });
  }

  #arrive() {
    const { words } = this.setup;
    const address = this.#address;
    this.moving = false;
    this.#forget();
    this.#tell("arrived", words.Arrived);
    this.#follow(address);
  }

  // The next file is on its way meanwhile.
  async #follow(address) {
    const { words } = this.setup;
    const ends = {
      takenIn: ["arrived", words.TakenIn],
      waiting: ["arrived", words.Waits],
      held: ["arrived", words.Held],
      refused: ["arrived", words.Refused],
      failed: ["arrived", words.Refused],
      cancelled: ["cancelled", words.Cancelled],
      expired: ["failed", words.Expired],
    };
    while (this.arrived) {
      await new Promise((resolve) => { setTimeout(resolve, lookAgain); });
      try {
        const answer = await this.#ask("GET", address);
        if (answer.status === 401) return this.#tell("arrived", words.SignedOutSince);
        if (answer.status !== 200 && !passes(answer.status)) return this.#tell("failed", fill(words.Failed, detail(answer)));
        const { state, report } = JSON.parse(answer.responseText);
        if (ends[state]) return this.#tell(...ends[state]);
        // While it waits for something, the portal says for what.
        if (report?.length) this.#tell("arrived", report[0].sentence);
      } catch {
        // The connection is lost; the list below knows.
      }
    }
    return undefined;
  }

  #tell(state, sentence) {
    Object.assign(this, { state, sentence });
    this.changed();
  }

  get #address() { return localStorage.getItem(this.key); }

  set #address(address) { localStorage.setItem(this.key, address); }

  #forget() { localStorage.removeItem(this.key); }
}

// What passes by itself is tried again.
const passes = (status) => status === 409 || status === 423 || status === 429 || (status >= 500 && status !== 507);

function detail(answer) {
  try {
    return JSON.parse(answer.responseText).detail ?? String(answer.status);
  } catch {
    return String(answer.status);
  }
}
