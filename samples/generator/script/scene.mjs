import { behaviour } from './behaviour.mjs';
import { actor } from './acting.mjs';
import { look, reach } from './acting.mjs';
import { wallClock, secondsOfDay, during } from './time.mjs';

/** Everything that can be asked about a sitting at any moment: the one truth behind the three pictures, the sound and the events. */
export function scene(sitting, exam) {
  const start = secondsOfDay(sitting.start);
  const breaks = exam.manifest.breaks.map(b => [b.from, b.to].map(at => secondsOfDay(at.slice(11, 19)) - start));
  const work = behaviour({ ...sitting, busy: [...(sitting.busy || []), ...breaks] }, exam);
  const pose = actor(sitting.seed, work, sitting.seconds);
  return {
    sitting, exam, work, breaks,
    clock: t => wallClock(sitting.start, t),
    at(t) {
      const now = {
        t, student: pose(t), door: 0, lamp: 1, day: 1, chair: { place: [0, 0.72], turn: 0 }, others: [],
        things: (sitting.things || []).map(thing => ({ ...thing })), held: [],
      };
      for (const [from, to] of breaks) rest(now.student, during(t, from + 0.4, to - 0.2, 1));
      if (sitting.perform) sitting.perform(t, now);
      return now;
    },
  };
}

// In a break the student leans back, hands in the lap, and looks into the room.
function rest(pose, w) {
  pose.lean -= 0.07 * w;
  look(pose, w, { pitch: -0.04, gaze: [0.5, 0.2] });
  reach(pose, 'left', w, [0.09, 0.6, 0.42], { palm: [0, -1, 0], point: [-0.5, 0, -1] });
  reach(pose, 'right', w, [-0.09, 0.6, 0.42], { palm: [0, -1, 0], point: [0.5, 0, -1] });
}
