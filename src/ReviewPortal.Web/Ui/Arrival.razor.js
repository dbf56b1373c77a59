// A field that is folded away is unfolded; what cannot be typed in is focused all the same, so that a screen reader begins there.
export function go(id) {
  const place = document.getElementById(id);
  if (!place) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  place.scrollIntoView({ block: "center" });
  const field = place.matches("input, select, textarea") ? place : place.querySelector("textarea, select, input");
  if (!field) place.tabIndex = -1;
  (field ?? place).focus({ preventScroll: true });
}
