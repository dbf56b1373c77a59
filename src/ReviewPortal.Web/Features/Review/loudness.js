import { bytesOf } from "../../Ui/Playback/numbers.js";

// How loud the files of a track are, ten times a second, each with its place in the sitting.
export async function loudnessOf(track) {
  const files = new Map((track?.parts ?? []).map((part) => [part.loudness, part.offset]));
  return Promise.all([...files].map(async ([address, offset]) => ({ offset, bytes: aboveNoise(await bytesOf(address)) })));
}

// Recorders pack sound in pieces of up to 60 ms, so tenths of a second get one or two by turns: three together are even. And even
// silence takes bytes: what the quietest moments take is the floor, and the rest stands out above it.
function aboveNoise(bytes) {
  const even = bytes.map((loudness, at) => ((bytes[at - 1] ?? loudness) + loudness + (bytes[at + 1] ?? loudness)) / 3);
  const floor = even.toSorted()[Math.floor(even.length / 10)] ?? 0, most = even.reduce((a, b) => Math.max(a, b), 1);
  return even.map((loudness) => (Math.max(0, loudness - floor) * 255) / Math.max(1, most - floor));
}
