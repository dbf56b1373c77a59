// Moved no further than is needed, and at once: there is no motion to be spared. Whoever is typing goes on typing.
const typing = "textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=file], [type=button], [type=submit])";

export function show(note) {
  if (!note?.isConnected || document.activeElement?.matches(typing)) return;
  note.scrollIntoView({ block: "nearest" });
  note.focus({ preventScroll: true });
}
