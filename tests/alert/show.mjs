// A refusal arrives while somebody is on a button, or is typing: what happens to the focus and to the window?
const [focusedOn] = process.argv.slice(2);
const told = { scrolled: null, focused: false };
globalThis.document = { activeElement: { matches: (selector) => focusedOn === "textarea" && selector.includes("textarea") } };
const note = { isConnected: focusedOn !== "gone", scrollIntoView: (how) => (told.scrolled = how), focus: () => (told.focused = true) };

const { show } = await import("./Alert.razor.js");
show(note);
show(null);
console.log(JSON.stringify(told));
