// A link is pressed on a page that is drawn here as far as the module asks: who has the focus afterwards?
const [href, pathname, keys] = [process.argv[2], process.argv[3], JSON.parse(process.argv[4])];
const listeners = [];
let focused = null;
const field = { id: "place-on", offsetHeight: 30, closest: () => null, matches: () => true, scrollIntoView() {}, focus: () => { focused = "place-on"; } };
globalThis.innerHeight = 800;
globalThis.location = { pathname };
globalThis.document = { addEventListener: (name, listener) => listeners.push(listener), getElementById: (id) => (id === field.id ? field : null) };

const { watch } = await import("./Arrival.razor.js");
watch();
watch();
const address = new URL(href, "http://portal.example");
const link = address.hash.startsWith("#place-") ? { pathname: address.pathname, hash: address.hash } : null;
for (const listener of listeners) listener({ target: { closest: () => link }, button: 0, ...keys });
await new Promise((done) => setTimeout(done, 20));
console.log(JSON.stringify({ listeners: listeners.length, focused }));
