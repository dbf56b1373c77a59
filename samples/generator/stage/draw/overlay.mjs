/** The clock that proctoring software burns into its pictures. */
export function burnClock(ctx, [w, h], clock, label) {
  ctx.save();
  const width = 128, x = 10, y = h - 30;
  ctx.fillStyle = 'rgba(16,18,24,0.62)';
  ctx.beginPath();
  ctx.roundRect(x, y, width, 21, 5);
  ctx.fill();
  ctx.fillStyle = '#e5544b';
  ctx.beginPath();
  ctx.arc(x + 11, y + 10.5, 3.6, 0, 7);
  ctx.fill();
  ctx.textBaseline = 'middle';
  ctx.fillStyle = '#ffffff';
  ctx.font = 'bold 13px "DejaVu Sans Mono", "Liberation Mono", monospace';
  ctx.fillText(clock, x + 20, y + 11);
  ctx.fillStyle = 'rgba(255,255,255,0.75)';
  ctx.font = '10px "Open Sans", "Liberation Sans", sans-serif';
  ctx.fillText(label, x + 90, y + 11);
  ctx.restore();
}
