// Shows that the connection is gone, tries again by itself, and reloads the page once the server answers but the circuit is lost:
// everything typed has been kept by then.
const note = document.getElementById("components-reconnect-modal");
const retryAfter = 2000;

note?.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  if (detail.state === "show") note.showModal();
  else if (detail.state === "hide") note.close();
  else if (detail.state === "failed") retry();
  else if (detail.state === "rejected") location.reload();
});

note?.querySelector("button").addEventListener("click", () => location.reload());

async function retry() {
  try {
    if (await Blazor.reconnect()) return;
    location.reload();
  } catch {
    // The server is still away; ask again in a moment.
    setTimeout(retry, retryAfter);
  }
}
