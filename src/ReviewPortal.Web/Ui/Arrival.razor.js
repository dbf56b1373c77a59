// A field that is folded away is unfolded; what cannot be typed in is focused all the same, so that a screen reader begins there.
export function go(id) {
  const place = document.getElementById(id);
  if (!place) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  place.scrollIntoView({ block: place.offsetHeight > innerHeight / 2 ? "start" : "center" });
  const field = place.matches("input, select, textarea") ? place : place.querySelector("textarea, select, input");
  if (!field) place.tabIndex = -1;
  (field ?? place).focus({ preventScroll: true });
}

// A link to a place on the same page is followed by the browser alone, which scrolls and leaves the focus where it was.
function followed(press) {
  const link = press.target.closest?.("a[href*='#place-']");
  if (!link || link.pathname !== location.pathname || press.button || press.ctrlKey || press.metaKey || press.shiftKey) return;
  setTimeout(() => go(link.hash.slice(1)));
}

let watches = false;
export function watch() {
  if (watches) return;
  watches = true;
  document.addEventListener("click", followed);
}
