// What is entered while the connection is gone reaches no server, though the page shows it. Once it is back, each field tells again what stands in it.
// Only what was entered meanwhile: a choice made earlier may clear what was filled in after it.
const missed = new Map();

export function keepMissed(root, isGone) {
  for (const type of ["input", "change"]) root.addEventListener(type, ({ target }) => { if (isGone() && target.type !== "file") miss(target, type); });
}

export function tellMissed() {
  const fields = [...missed];
  missed.clear();
  // Of several radio buttons only the last one chosen counts.
  for (const [field, types] of fields) if (field.isConnected && (field.type !== "radio" || field.checked)) for (const type of types) field.dispatchEvent(new Event(type, { bubbles: true }));
}

// In the order in which each was left.
function miss(field, type) {
  const types = missed.get(field) ?? new Set();
  missed.delete(field);
  missed.set(field, types.add(type));
}
