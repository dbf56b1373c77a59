// Chooses keys as somebody would, and tells what each of them does then.
globalThis.localStorage = { getItem: () => null, setItem() {} };
const { characters } = await import("./keys.js");
const { KeyMap } = await import("./keymap.js");

let kept = process.argv[2] ?? null;
const store = { getItem: () => kept, setItem: (_, text) => { kept = text; } };
const told = JSON.parse(process.argv[3] ?? "[]").map(([what, ...values]) => new KeyMap(characters, store)[what](...values) ?? null);
const map = new KeyMap(characters, store);
const asked = [..."kpuy0 ?"].map((key) => [key, map.action(key) ?? ""]);
console.log(JSON.stringify({ told, does: Object.fromEntries(asked), kept: kept ?? "", characters }));
