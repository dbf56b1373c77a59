// Keeps in the tab what is typed into fields that name themselves (data-typed). A page that is reloaded because the server was gone gets back
// the last words, which never arrived there. Given back only onto words that were typed in this tab: what somebody changed elsewhere stays.
const most = 4000;
const was = new WeakMap();

// A field keeps its name on one page, and its words for one person.
const keyOf = (field) => `typed.${document.body.dataset.person}.${location.pathname}.${field.dataset.typed}`;

export function keepTyped(root) {
  if (!document.body.dataset.person) return forget();
  root.addEventListener("focusin", ({ target }) => { if (target.dataset?.typed) was.set(target, target.value); });
  root.addEventListener("input", ({ target }) => { if (target.dataset?.typed) keep(target); });
  new MutationObserver((changes) => {
    // A field that goes while its page stays was sent or closed; what stood in it is no longer wanted.
    for (const field of changes.flatMap(({ removedNodes }) => within(removedNodes))) if (!field.isConnected) sessionStorage.removeItem(keyOf(field));
    for (const field of changes.flatMap(fieldsOf)) giveBack(field);
  })
    .observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-typed"] });
}

function keep(field) {
  const { before } = read(field) ?? { before: [hash(was.get(field) ?? "")] };
  sessionStorage.setItem(keyOf(field), JSON.stringify({ words: field.value, before: [...before, hash(field.value)].slice(-most) }));
}

function giveBack(field) {
  const kept = read(field);
  if (!kept) return;
  const missing = field.value !== kept.words && !field.readOnly && kept.before.includes(hash(field.value));
  if (!missing) return sessionStorage.removeItem(keyOf(field));
  field.value = kept.words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// Who signs out leaves nothing behind in the tab.
function forget() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("typed.")) sessionStorage.removeItem(key);
}

const read = (field) => JSON.parse(sessionStorage.getItem(keyOf(field)));

function fieldsOf({ type, target, addedNodes }) {
  if (type === "attributes") return target.dataset.typed ? [target] : [];
  return within(addedNodes);
}

const within = (nodes) => [...nodes].flatMap((node) => (node.matches?.("[data-typed]") ? [node] : [...(node.querySelectorAll?.("[data-typed]") ?? [])]));

// Of 32 bits: to know again what was typed here, not to keep a secret.
function hash(words) {
  let sum = 2166136261;
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ words.charCodeAt(at), 16777619);
  return sum;
}
