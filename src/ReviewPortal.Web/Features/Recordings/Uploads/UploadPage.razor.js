import { Sending } from "./sending.js";

// What is being sent outlives the page that shows it: whoever comes back finds it as it is.
const all = [];
let current = null;

export function show(root, setup) {
  const list = root.querySelector("[data-list]");
  const going = root.querySelector("[data-going]");
  const drop = root.querySelector("[data-drop]");
  const input = root.querySelector("[data-files]");
  current = { list, going, setup };
  list.replaceChildren();
  for (const sending of all) add(sending);

  const take = (files) => {
    for (const file of files) {
      const sending = new Sending(file, setup);
      all.push(sending);
      add(sending);
    }
    next();
  };
  const chosen = () => { take([...input.files]); input.value = ""; };
  input.addEventListener("change", chosen);
  // Somebody quick has chosen before this page came to life.
  if (input.files.length > 0) chosen();
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    take([...event.dataTransfer.files]);
  });
}

addEventListener("beforeunload", (event) => { if (all.some((sending) => sending.open)) event.preventDefault(); });

// One after the other: two at once share the same line and make each other slower.
function next() {
  if (all.some((sending) => sending.running)) return;
  all.find((sending) => sending.waiting)?.run().finally(next);
}

function add(sending) {
  const { list, going, setup } = current;
  going.hidden = false;
  const item = document.createElement("li");
  const name = element("span", "name", sending.file.name);
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.setAttribute("aria-label", setup.words.Progress.replace("{0}", sending.file.name));
  const told = element("p", "told", "");
  told.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.addEventListener("click", () => (sending.open ? sending.cancel() : sending.again() && next()));
  item.append(name, button, bar, told);
  list.append(item);

  const paint = () => {
    bar.value = sending.share;
    bar.hidden = sending.ended && !sending.arrived;
    if (told.textContent !== sending.sentence) told.textContent = sending.sentence;
    // Numbers that run are for the eye; read aloud is only what changes for good.
    told.setAttribute("aria-live", sending.running && sending.moving ? "off" : "polite");
    button.hidden = !sending.open && !sending.failed;
    button.textContent = sending.failed ? setup.words.Retry : setup.words.Cancel;
    button.setAttribute("aria-label", (sending.failed ? setup.words.RetryFile : setup.words.CancelFile).replace("{0}", sending.file.name));
  };
  sending.changed = paint;
  paint();
}

function element(tag, style, text) {
  const made = document.createElement(tag);
  made.className = style;
  made.textContent = text;
  return made;
}
