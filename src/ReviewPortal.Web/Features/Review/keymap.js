// Which key does what in this browser: the standard, and the keys that somebody chose instead (WCAG 2.1.4).
const setting = "review.keymap";

export class KeyMap {
  #standard;
  #own;

  constructor(standard, store = localStorage) {
    this.#standard = standard;
    this.store = store;
    this.#own = read(store, new Set(Object.values(standard)));
  }

  // Space plays and pauses whatever was chosen: it is no character to those who dictate, and every player has it.
  action(key) {
    if (key === " ") return this.#standard[key];
    const own = Object.keys(this.#own).find((name) => this.#own[name] === key);
    const name = own ?? this.#standard[key];
    return own === undefined && name in this.#own ? undefined : name;
  }

  key(name) { return this.#own[name] ?? Object.keys(this.#standard).find((key) => key !== " " && this.#standard[key] === name); }
  get hasOwn() { return Object.keys(this.#own).length > 0; }
  isOwn(name) { return name in this.#own; }
  standardOf(key) { return this.#standard[key]; }

  // Null when it was taken; the action that has this key already; false for a key that cannot be chosen.
  choose(name, key) {
    if (key.length !== 1 || /[\s1-9]/.test(key)) return false;
    const has = this.action(key);
    if (has !== undefined && has !== name) return has;
    // Its own standard key is the standard again.
    if (this.#standard[key] === name) delete this.#own[name];
    else this.#own[name] = key;
    return this.#keep();
  }

  // Null when it is as it was; the action to which a standard key of it was given meanwhile.
  reset(name) {
    const standard = Object.keys(this.#standard).filter((key) => this.#standard[key] === name);
    const taken = Object.keys(this.#own).find((other) => other !== name && standard.includes(this.#own[other]));
    if (taken !== undefined) return taken;
    delete this.#own[name];
    return this.#keep();
  }

  resetAll() {
    this.#own = {};
    return this.#keep();
  }

  #keep() {
    this.store.setItem(setting, JSON.stringify(this.#own));
    return null;
  }
}

// What is stored may be of another version, or no such thing at all: only what is a key of an action that there is counts, and each key once.
function read(store, names) {
  try {
    const kept = Object.entries(JSON.parse(store.getItem(setting) ?? "{}"));
    return Object.fromEntries(kept.filter(([name, key], at) => names.has(name) && typeof key === "string" && key.length === 1 && !/[\s1-9]/.test(key) && kept.findIndex(([, other]) => other === key) === at));
  } catch {
    return {};
  }
}
