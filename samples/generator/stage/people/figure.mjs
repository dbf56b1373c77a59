import { add, sub, scale, unit, length, dot, mix, frame } from '../draw/space.mjs';

// A pose becomes joints here: all points of the world. Local coordinates of the body are [x, y, forward].

const seated = { pelvis: [0, 0.5, -0.07], chest: [0, 0.86, 0], neck: [0, 1.055, 0.005], head: [0, 1.2, 0.035] };
const standing = { pelvis: [0, 0.93, 0], chest: [0, 1.27, 0], neck: [0, 1.465, 0], head: [0, 1.61, 0.03] };
const arm = { upper: 0.285, lower: 0.25 };

/** The elbow for a hand at `to`, bent towards `pole`; the hand stops where the arm is too short. */
function bend(from, to, pole) {
  const way = sub(to, from), reach = Math.min(length(way), (arm.upper + arm.lower) * 0.995);
  const d = unit(way), a = (reach * reach + arm.upper ** 2 - arm.lower ** 2) / (2 * reach);
  const h = Math.sqrt(Math.max(0, arm.upper ** 2 - a * a));
  const side = unit(sub(pole, scale(d, dot(pole, d))));
  return { elbow: add(add(from, scale(d, a)), scale(side, h)), hand: add(from, scale(d, reach)) };
}

/**
 * pose: place [x, z], yaw (0 looks at the laptop), stand 0..1, lean (forward, metres), sway, breath, stride (phase of walking, null when still),
 * head { yaw, pitch, roll } against the body, hands { left, right }: { at: point of the world, or null to let it hang, flat 0..1 }.
 */
export function joints(pose, build = { tall: 1, wide: 1 }) {
  const tall = 1 + (build.tall - 1) * pose.stand;
  const ground = frame([pose.place[0], 0, pose.place[1]], pose.yaw);
  const point = name => {
    const [x, y, f] = mix(seated[name], standing[name], pose.stand);
    const high = (y - 0.5) / 0.7;
    return ground.at(x + pose.sway * high, y * tall + pose.breath * Math.max(0, high), f + pose.lean * Math.max(0, high) ** 2);
  };
  const pelvis = point('pelvis'), chest = point('chest'), neck = point('neck');
  const trunk = frame(chest, pose.yaw + (pose.twist || 0));
  const shoulderRise = { left: pose.shoulders ? pose.shoulders[0] : 0, right: pose.shoulders ? pose.shoulders[1] : 0 };
  const head = frame(point('head'), pose.yaw + pose.head.yaw, pose.head.pitch, pose.head.roll);
  const result = { ground, pelvis, chest, neck, trunk, head, tall, wide: build.wide };

  const step = pose.stride ?? 0;
  for (const [name, side] of [['left', 1], ['right', -1]]) {
    // The student's left hand lies at positive x as long as the student looks at the laptop.
    const wide = 0.158 * build.wide;
    const shoulder = add(neck, trunk.way(side * wide, -0.075 + shoulderRise[name], 0));
    const swing = step ? Math.sin(step * Math.PI * 2) * side * 0.16 : 0;
    const hanging = add(shoulder, trunk.way(side * 0.06, -0.5, 0.06 - swing));
    const target = pose.hands[name].at || hanging;
    const pole = pose.hands[name].at ? trunk.way(side * 0.42, -1, -0.25) : trunk.way(side * 0.5, 0, -1);
    const { elbow, hand } = bend(shoulder, target, pole);
    const walk = step ? Math.sin(step * Math.PI * 2) * side * 0.2 : 0;
    const hip = ground.at(side * 0.085, mix(seated.pelvis, standing.pelvis, pose.stand)[1] * tall - 0.02, mix(seated.pelvis, standing.pelvis, pose.stand)[2]);
    const knee = mix(ground.at(side * 0.12, 0.5, 0.4), ground.at(side * 0.085, 0.5, 0.03 + walk * 0.7), pose.stand);
    const foot = mix(ground.at(side * 0.12, 0.07, 0.4), ground.at(side * 0.085, 0.06 + Math.max(0, -walk) * 0.25, 0.0 + walk), pose.stand);
    result[name] = { side, shoulder, elbow, hand, hip, knee, foot, toe: add(foot, ground.way(0, -0.03, 0.13)), grip: pose.hands[name] };
  }
  return result;
}
