const units = ["B", "kB", "MB", "GB", "TB"];

export const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

export function size(bytes, language) {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const number = bytes / 1000 ** step;
  return `${number.toLocaleString(language, { maximumFractionDigits: number < 10 && step ? 1 : 0 })} ${units[step]}`;
}

export function duration(seconds, words) {
  if (seconds < 90) return fill(words.Seconds, Math.max(1, Math.round(seconds)));
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? fill(words.Minutes, minutes) : fill(words.Hours, Math.floor(minutes / 60), minutes % 60);
}
