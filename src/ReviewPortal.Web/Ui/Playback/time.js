// Moments of a sitting, for eyes and for ears.
const two = (number) => String(number).padStart(2, "0");

// 00:42:17.3, as everywhere in the portal.
export function timecode(seconds) {
  const tenths = Math.round(Math.max(0, seconds) * 10);
  return `${two(Math.floor(tenths / 36000))}:${two(Math.floor(tenths / 600) % 60)}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
}

// "1 uur 2 minuten 13 seconden", in the language of the page.
export function spoken(seconds) {
  const whole = Math.floor(Math.max(0, seconds));
  const parts = [["hour", Math.floor(whole / 3600)], ["minute", Math.floor(whole / 60) % 60], ["second", whole % 60]];
  const said = parts.filter(([unit, number]) => number > 0 || (unit === "second" && whole < 60));
  return said.map(([unit, number]) => new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay: "long" }).format(number)).join(" ");
}
