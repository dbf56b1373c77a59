import { timeOf } from "../../Ui/Playback/track.js";

const painted = () => new Promise((done) => requestAnimationFrame(done));

// The frame that stands on the screen of a track, at its full size, with its moment in the sitting: the one that the player was told it shows, not the one it is on its way to.
async function captured(track, player) {
  player.pause();
  // A frame is told a moment after it is painted.
  for (let times = 0; times < 2; times++) await painted();
  if (!track.shows) return null;
  const { video, part, shown } = track, canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  canvas.getContext("2d", { alpha: false }).drawImage(video, 0, 0);
  const at = timeOf(part, shown >= 0 ? shown : video.currentTime);
  return { recording: part.recording, at, png: await new Promise((done) => canvas.toBlob(done, "image/png")) };
}

// Takes the frame for the mark that is open, and tells the page what became of it: nothing, a word it knows, or a sentence of the server.
export async function takeStill({ player, tracks, main, page, setup, root }) {
  const tell = (code, sentence = "") => page.invokeMethodAsync("StillTaken", code, sentence);
  try {
    const frame = await captured(tracks.find((track) => track.role === main), player);
    if (!frame?.png) return tell("NoFrame");
    const mark = await page.invokeMethodAsync("KeepOpenMark");
    if (!mark) return tell("NoMark");
    const answer = await fetch(`${setup.exhibits}?mark=${mark}&recording=${frame.recording}&at=${frame.at}`, {
      method: "POST", body: frame.png,
      headers: { "Content-Type": "image/png", RequestVerificationToken: root.querySelector("input[name=__RequestVerificationToken]")?.value ?? "" },
    });
    if (answer.ok) {
      await tell("");
      return root.querySelector("[data-form] [data-exhibits]")?.scrollIntoView({ block: "nearest" });
    }
    const told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
    return tell("Refused", told.detail ?? "");
  } catch {
    return tell("Failed");
  }
}
