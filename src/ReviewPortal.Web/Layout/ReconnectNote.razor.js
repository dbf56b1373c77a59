import { keepMissed, tellMissed } from "../Ui/missed.js";
import { keepTyped } from "../Ui/typed.js";

// Shows that the connection is gone, tries again by itself, and reloads the page once the server answers but the circuit is lost:
// what was typed has been kept by then, or is given back.
const note = document.getElementById("components-reconnect-modal");
const every = 1000;
let looking = 0;

// The classes are what every version of Blazor's script sets; only later ones send an event as well.
if (note) new MutationObserver(turn).observe(note, { attributeFilter: ["class"] });

const stateOf = () => /components-reconnect-(\w+)/.exec(note?.className)?.[1] ?? "hide";

function turn() {
  const state = stateOf();
  if (state === "rejected") location.reload();
  else if (state === "hide") back();
  else {
    show();
    looking ||= setInterval(look, every);
  }
}

note?.querySelector("button").addEventListener("click", () => location.reload());

// Who is typing goes on typing: the field keeps the focus, and its words are kept here.
function show() {
  if (note.open) return;
  const at = document.activeElement;
  note.show();
  at?.focus({ preventScroll: true });
}

function back() {
  found();
  tellMissed();
}

function found() {
  clearInterval(looking);
  looking = 0;
  note.close();
}

// Blazor itself tries less and less often, up to half a minute apart; a server that has been started again is found within a second.
async function look() {
  const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
  if (!answer || !looking) return;
  found();
  if (!(await Blazor.reconnect().catch(() => false))) location.reload();
}

keepTyped(document);
keepMissed(document, () => stateOf() !== "hide");
