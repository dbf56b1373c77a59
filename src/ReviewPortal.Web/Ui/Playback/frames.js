import { before } from "./moments.js";
import { Numbers, bytesOf } from "./numbers.js";

// The moments of the frames of each recording, fetched when somebody first steps through it. A screen recording has no fixed rate:
// only the real moments tell which frame comes next.
const known = new Map();

export function framesOf(address) {
  if (!known.has(address)) known.set(address, fetched(address));
  return known.get(address);
}

// What could not be fetched is asked for again at the next step: the connection may be back by then.
async function fetched(address) {
  try {
    const bytes = await bytesOf(address);
    if (bytes.length === 0) known.delete(address);
    return decoded(bytes);
  } catch (failure) {
    known.delete(address);
    throw failure;
  }
}

function decoded(bytes) {
  const numbers = new Numbers(bytes), frames = [];
  let time = 0;
  while (numbers.more) frames.push((time += Math.floor(numbers.next() / 2)));
  return frames;
}

// The frame on the screen at this moment of the file, in milliseconds; -1 before the first.
export const frameAt = (frames, milliseconds) => before(frames, milliseconds + 1) - 1;
