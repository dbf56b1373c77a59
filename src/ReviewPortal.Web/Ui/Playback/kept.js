// What a tab or a browser has kept may be of another version, or no such thing at all; and there may be no room for more.
export function read(store, key, otherwise) {
  try {
    return JSON.parse(store.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

// Where there is no room it is not kept: the server has it, or gets it next.
export function write(store, key, value) {
  try {
    store.setItem(key, JSON.stringify(value));
  } catch {
    store.removeItem(key);
  }
}
