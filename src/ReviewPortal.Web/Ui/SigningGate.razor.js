// A dialog of the browser's own: it keeps the keyboard inside and gives it back where it came from.
export function open(dialog) {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input, button")?.focus();
}

export function close(dialog) {
  if (dialog.open) dialog.close();
}
