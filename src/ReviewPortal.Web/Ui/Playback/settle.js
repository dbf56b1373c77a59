const slowest = 0.0625, longest = 1500;
const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
let latest = null;

// After a search Chrome paints the first frame it has, and where frames come irregularly that can be the one before. Played for a moment
// at the slowest speed, which moves nothing, it paints the right one. Gives up when the player goes on, or another frame is wished.
export async function settle(track, milliseconds, atRest) {
  const mine = (latest = {}), arrived = () => Math.abs(track.shown * 1000 - milliseconds) < 1.5;
  const until = async (done) => { for (let waited = 0; waited < longest && latest === mine && atRest() && !done(); waited += 10) await rest(10); };
  await until(() => track.shows);
  await rest(60);
  if (latest !== mine || !atRest() || arrived()) return;
  track.start(slowest);
  await until(arrived);
  if (latest === mine && atRest()) track.pause();
}
