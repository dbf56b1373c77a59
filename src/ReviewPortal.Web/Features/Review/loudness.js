import { bytesOf } from "../../Ui/Playback/numbers.js";

// How loud the files of a track are, each with its place in the sitting and how many of its bytes are a second: as it was measured, or else
// ten times a second by what the sound takes in the file.
// waveforms: by recording, the address of what was measured.
export async function loudnessOf(track, waveforms) {
  const files = new Map((track?.parts ?? []).map((part) => [part.recording, part]));
  return Promise.all([...files.values()].map(async ({ recording, offset, clockRate, loudness }) => {
    const { bytes, rate } = (await measured(waveforms.get(recording))) ?? (await guessed(loudness));
    return { offset, bytes, rate: rate * clockRate };
  }));
}

// The data format of audiowaveform, version 2: version, flags, samples a second, samples a pixel, length, channels, then the lowest and the highest of each pixel.
async function measured(address) {
  if (!address) return null;
  const bytes = await heard(address), head = 24;
  if (bytes.length <= head) return null;
  const view = new DataView(bytes.buffer), [version, flags, samples, each, , channels] = [0, 4, 8, 12, 16, 20].map((at) => view.getInt32(at, true));
  if (version !== 2 || flags !== 1 || channels !== 1 || samples <= 0 || each <= 0) return null;
  const pairs = new Int8Array(bytes.buffer, head), heights = new Uint8Array(pairs.length >> 1);
  // By its root, because speech would be a thin line beside a slamming door; and a recording that is soft as a whole fills the lane too, up to fourfold.
  let most = 32;
  for (let at = 0; at < heights.length; at++) most = Math.max(most, (heights[at] = Math.max(-pairs[2 * at], pairs[2 * at + 1], 0)));
  for (let at = 0; at < heights.length; at++) heights[at] = 255 * Math.sqrt(heights[at] / most);
  return { bytes: heights, rate: samples / each };
}

async function guessed(address) { return { bytes: aboveNoise(await heard(address)), rate: 10 }; }

// Without it the lane stays empty, and everything else goes on.
const heard = (address) => bytesOf(address).catch(() => new Uint8Array());

// Recorders pack sound in pieces of up to 60 ms, so tenths of a second get one or two by turns: three together are even. And even
// silence takes bytes: what the quietest moments take is the floor, and the rest stands out above it.
function aboveNoise(bytes) {
  const even = bytes.map((loudness, at) => ((bytes[at - 1] ?? loudness) + loudness + (bytes[at + 1] ?? loudness)) / 3);
  const floor = even.toSorted()[Math.floor(even.length / 10)] ?? 0, most = even.reduce((a, b) => Math.max(a, b), 1);
  return even.map((loudness) => (Math.max(0, loudness - floor) * 255) / Math.max(1, most - floor));
}
