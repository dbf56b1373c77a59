// Sends one file with the browser's module to a portal that is played here, and tells what it says in the end.
import { Sending } from "./sending.js";

const answers = JSON.parse(process.argv[2]);
const wait = globalThis.setTimeout;
const kept = new Map();
let asked = 0;

globalThis.setTimeout = (go) => wait(go, 0);
globalThis.addEventListener = () => {};
globalThis.localStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
globalThis.XMLHttpRequest = class {
  upload = { addEventListener() {} };
  #on = {};
  #headers = {};

  open(verb) { this.verb = verb; }

  setRequestHeader() {}

  addEventListener(name, act) { this.#on[name] = act; }

  getResponseHeader(name) { return this.#headers[name] ?? null; }

  send() {
    if (this.verb === "POST") this.#answer(201, "", { Location: "/api/v1/uploads/1" });
    else if (this.verb === "PATCH") this.#answer(204, "", { "Upload-Offset": "5" });
    else {
      const [status, body] = answers[Math.min(asked++, answers.length - 1)];
      this.#answer(status, body);
    }
  }

  #answer(status, body, headers = {}) {
    Object.assign(this, { status, responseText: body });
    this.#headers = headers;
    wait(() => this.#on.load(), 0);
  }
};

const words = new Proxy({}, { get: (_, word) => (word === "Failed" ? "Failed: {0}" : word) });
const sending = new Sending({ name: "a.zip", size: 5, lastModified: 1, slice: () => "12345" }, { words, endpoint: "/api/v1/uploads", person: "p", language: "nl", most: 100 });
const said = [];
sending.changed = () => said.push(sending.sentence);
await sending.run();
await new Promise((resolve) => { wait(resolve, 500); });
process.stdout.write(JSON.stringify({ state: sending.state, sentence: sending.sentence, asked, said }));
process.exit(0);
