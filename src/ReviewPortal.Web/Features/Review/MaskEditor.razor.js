const smallest = 4;

// Draws a rectangle over the picture with a pointer, and tells it in points of the picture.
export function open(picture, width, height, editor) {
  // It lies over the stage: the focus comes along, and goes back to where it was.
  const whole = picture.closest(".editor"), before = document.activeElement;
  whole.focus();
  whole.addEventListener("keydown", (press) => {
    if (press.key !== "Escape") return;
    press.preventDefault();
    press.stopPropagation();
    whole.querySelector("[data-done]").click();
    before?.focus();
  });
  const band = picture.querySelector("[data-band]");
  let from = null;
  const at = (event) => {
    const { left, top, width: wide, height: tall } = picture.getBoundingClientRect(), within = (value) => Math.min(1, Math.max(0, value));
    return { x: within((event.clientX - left) / wide), y: within((event.clientY - top) / tall) };
  };
  const between = (to) => ({ left: Math.min(from.x, to.x), top: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) });
  const end = () => {
    from = null;
    band.hidden = true;
  };

  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    from = at(event);
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", (event) => {
    if (!from) return;
    const area = between(at(event));
    for (const side of Object.keys(area)) band.style[side] = `${area[side] * 100}%`;
    band.hidden = false;
  });
  picture.addEventListener("pointerup", (event) => {
    if (!from) return;
    const area = between(at(event));
    end();
    if (area.width * width >= smallest && area.height * height >= smallest) editor.invokeMethodAsync("Drawn", area.left * width, area.top * height, area.width * width, area.height * height);
  });
  picture.addEventListener("pointercancel", end);
}
