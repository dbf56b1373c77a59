import { teachKeys } from "./keyhelp.js";

// What is clicked anywhere on the stage: an action, a speed, a moment, a picture.
export function listenToPresses(stage) {
  const { root, player, actions, keys } = stage;
  // A pointer does not take the focus: the space bar goes on playing and pausing, whatever was clicked.
  root.addEventListener("mousedown", (event) => { if (event.target.closest("[data-do], [data-rate], [data-seek], figure")) event.preventDefault(); });
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do], [data-rate], [data-seek]"), figure = target.closest("figure[data-role]");
    if (button?.dataset.do) actions.do(button.dataset.do);
    else if (button?.dataset.rate) player.setRate(Number(button.dataset.rate));
    else if (button) player.seek(Number(button.dataset.seek));
    else if (figure && !target.closest("button, figcaption")) press(stage, figure);
  });
  const single = root.querySelector("[data-single]");
  single.checked = keys.single;
  single.addEventListener("change", () => keys.set(single.checked));
  const show = teachKeys(root, stage.help, keys.map);
  // Buttons that came later show the standard until the list is opened.
  stage.help.addEventListener("toggle", show);
}

function press(stage, figure) {
  if ("main" in figure.dataset) stage.player.toggle();
  else stage.enlarge(figure.dataset.role);
}
