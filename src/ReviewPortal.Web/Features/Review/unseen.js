import { joined, without } from "../../Ui/Playback/stretches.js";

const shortest = 1;

export const spans = (track) => track.parts.map((part) => [part.from, part.to]);

// What has been recorded and not yet watched, on any track. Less than a second is nobody's to look up.
export const unseenOf = (tracks, seen) =>
  joined(tracks.flatMap((track) => without(spans(track), seen.of(track.role)).filter(([from, to]) => to - from >= shortest)));
