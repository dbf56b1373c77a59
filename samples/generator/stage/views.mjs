import { camera } from './draw/space.mjs';
import { paint, polygon } from './draw/brush.mjs';
import { alpha } from './draw/colour.mjs';
import { burnClock } from './draw/overlay.mjs';
import { personParts, legParts } from './people/person.mjs';
import { paintShell, paintDoor, bounds } from './place/room.mjs';
import { furniture } from './place/furniture.mjs';
import { paintDesk, paintUnderDesk, paintLaptop, paintChair, things, desk } from './place/desk.mjs';

// Daylight comes from the wall that lies left in the webcam's picture and right in the phone's.
const webcam = () => camera({ eye: [0, 0.97, -0.085], at: [0, 0.97, 1], focal: 372, size: [640, 360], centre: [320, 276], light: [-0.6, -0.4] });

const phone = ({ size = [480, 640], eye = [1.5, 1.42, 1.42], at = [-0.12, 0.86, 0.36], focal = 590 } = {}) => camera({ eye, at, focal, size, light: [0.5, -0.5] });

/** Paints into a picture of its own once; what never moves need not be drawn again for every frame. */
function still([w, h], draw) {
  const layer = new OffscreenCanvas(w, h), ctx = layer.getContext('2d');
  draw(ctx);
  return layer;
}

const furnish = (ctx, cam, list) => list.forEach(item => furniture[item.kind](ctx, cam, item));

// Pictures of a mirrored room are flipped as a whole: another room from the same drawing, alike for both cameras.
function mirrored(ctx, sitting, [w], draw) {
  ctx.save();
  if (sitting.mirror) { ctx.translate(w, 0); ctx.scale(-1, 1); }
  draw();
  ctx.restore();
}

export function webcamView(scene) {
  const { sitting } = scene, cam = webcam(), room = sitting.room, size = cam.size;
  const background = still(size, ctx => { paintShell(ctx, cam, room); furnish(ctx, cam, room.items); });
  const shade = corners(size);
  return {
    size,
    draw(ctx, t, now) {
      mirrored(ctx, sitting, size, () => {
        ctx.drawImage(background, 0, 0);
        const people = [...now.others, now.student && { look: sitting.student, pose: now.student, self: true }].filter(Boolean);
        const outside = people.filter(p => p.pose.place[1] > bounds.back - 0.02), inside = people.filter(p => !outside.includes(p));
        paintDoor(ctx, cam, room, now.door);
        if (outside.length && now.door > 0.2) behindDoor(ctx, cam, room, () => outside.forEach(p => paintPerson(ctx, cam, p, now)));
        inside.sort((a, b) => b.pose.place[1] - a.pose.place[1]);
        const chair = paintChair(ctx, cam, room.chair, now.chair.place, now.chair.turn);
        let chairDone = false;
        for (const p of inside) {
          if (!chairDone && p.pose.place[1] < now.chair.place[1] + 0.25) { paint(ctx, cam, chair.backrest); chairDone = true; }
          paintPerson(ctx, cam, p, now);
        }
        if (!chairDone) paint(ctx, cam, chair.backrest);
        lightUp(ctx, cam, sitting, now, size, { centre: cam.project([0, 1.15, 0.6]), radius: 255, ...sitting.dark?.laptop });
      });
      ctx.drawImage(shade, 0, 0);
      burnClock(ctx, size, scene.clock(t), 'laptop');
    },
  };
}

function behindDoor(ctx, cam, room, draw) {
  const w = 0.43, [a, b] = [[room.door.x - w, 0, bounds.back], [room.door.x + w, 2.06, bounds.back]].map(cam.project);
  ctx.save();
  ctx.beginPath();
  ctx.rect(Math.min(a.x, b.x), b.y, Math.abs(b.x - a.x), a.y - b.y + 400);
  ctx.clip();
  draw();
  ctx.restore();
}

function paintPerson(ctx, cam, person, now) {
  const { parts, joints } = personParts(person.look, person.pose);
  const all = person.pose.stand > 0.3 ? [...legParts(person.look, joints), ...parts] : parts;
  if (person.self) all.push(...heldParts(now, joints));
  paint(ctx, cam, all);
}

/** Things in the hand sort among the fingers that hold them. */
function heldParts(now, joints) {
  return now.held.map(thing => {
    const at = thing.place(joints);
    return { at: thing.sort ? thing.sort(joints) : at, lift: thing.lift || 0, draw: (ctx, cam) => things[thing.kind](ctx, cam, at, thing.options ? thing.options(joints) : {}) };
  });
}

export function phoneView(scene, screenCanvas) {
  const { sitting } = scene, cam = phone(sitting.phone), room = sitting.room, size = cam.size;
  const background = still(size, ctx => {
    paintShell(ctx, cam, room);
    furnish(ctx, cam, room.deskSide || []);
    groundShadow(ctx, cam);
    paintUnderDesk(ctx, cam, room);
  });
  const shade = corners(size);
  const table = still(size, ctx => paintDesk(ctx, cam, room));
  return {
    size,
    draw(ctx, t, now) {
      mirrored(ctx, sitting, size, () => {
        ctx.drawImage(background, 0, 0);
        for (const p of now.others) if (p.pose.place[1] < bounds.back - 0.02) paintPerson(ctx, cam, p, now);
        const figure = now.student && personParts(sitting.student, now.student);
        const seated = figure && now.student.stand < 0.4;
        const chair = paintChair(ctx, cam, room.chair, now.chair.place, now.chair.turn);
        paint(ctx, cam, chair.base);
        if (seated) paint(ctx, cam, legParts(sitting.student, figure.joints));
        ctx.drawImage(table, 0, 0);
        paintLaptop(ctx, cam, screenCanvas, sitting.mirror);
        things.mouse(ctx, cam, [-0.3, desk.high, 0.13]);
        for (const thing of now.things.sort((a, b) => cam.depth(b.at) - cam.depth(a.at))) things[thing.kind](ctx, cam, thing.at, thing.options || {});
        if (!figure) paint(ctx, cam, chair.backrest);
        else if (seated) paint(ctx, cam, [...figure.parts, ...heldParts(now, figure.joints), ...chair.backrest.map(p => ({ ...p, lift: p.lift + 0.1 }))]);
        else {
          const behind = cam.depth([now.student.place[0], 1, now.student.place[1]]) > cam.depth([...now.chair.place.slice(0, 1), 1, now.chair.place[1]]);
          const body = [...legParts(sitting.student, figure.joints), ...figure.parts];
          if (behind) { paint(ctx, cam, body); paint(ctx, cam, chair.backrest); } else { paint(ctx, cam, chair.backrest); paint(ctx, cam, body); }
        }
        lightUp(ctx, cam, sitting, now, size, { centre: cam.project([0, 0.9, 0.05]), radius: 300, ...sitting.dark?.phone });
        if (now.lamp * 0.6 + now.day < 0.5) paintLaptop(ctx, cam, screenCanvas, sitting.mirror);
      });
      ctx.drawImage(shade, 0, 0);
      burnClock(ctx, size, scene.clock(t), 'telefoon');
    },
  };
}

function groundShadow(ctx, cam) {
  const { left, right, front, back } = desk;
  polygon(ctx, cam, [[left, 0.001, front], [right, 0.001, front], [right + 0.1, 0.001, back + 0.1], [left, 0.001, back + 0.1]], 'rgba(40,30,50,0.16)');
  polygon(ctx, cam, Array.from({ length: 20 }, (_, i) => [Math.cos(i / 10 * Math.PI) * 0.36, 0.001, 0.74 + Math.sin(i / 10 * Math.PI) * 0.34]), 'rgba(40,30,50,0.14)');
}

/** Daylight and lamp. Where both are gone only the laptop's glow is left on what is near it. */
function lightUp(ctx, cam, sitting, now, [w, h], { centre, radius, near = [46, 54, 74], far = [9, 10, 16] }) {
  const lamp = sitting.room.items.find(i => i.kind === 'floorlamp');
  if (lamp && now.lamp > 0 && cam.visible([lamp.x, 1.6, lamp.z || 1.95])) {
    const at = cam.project([lamp.x, (lamp.h || 1.62) + 0.06, lamp.z || 1.95]);
    const glow = ctx.createRadialGradient(at.x, at.y, 4, at.x, at.y, at.s * 1.1);
    glow.addColorStop(0, `rgba(255,232,170,${0.85 * now.lamp})`);
    glow.addColorStop(0.18, `rgba(255,220,150,${0.3 * now.lamp})`);
    glow.addColorStop(1, 'rgba(255,210,140,0)');
    ctx.fillStyle = glow;
    ctx.fillRect(0, 0, w, h);
  }
  const level = Math.min(1, now.day + now.lamp * (1 - now.day));
  if (level < 0.99) {
    ctx.save();
    ctx.globalCompositeOperation = 'multiply';
    const shade = ctx.createRadialGradient(centre.x, centre.y, 10, centre.x, centre.y, radius);
    const c = (r, g, b, k) => `rgb(${[r, g, b].map(v => Math.round(v + (255 - v) * k)).join(',')})`;
    shade.addColorStop(0, c(...near, level));
    shade.addColorStop(1, c(...far, level));
    ctx.fillStyle = shade;
    ctx.fillRect(0, 0, w, h);
    ctx.restore();
  }
}

/** A lens lets less light into the corners. */
const corners = ([w, h]) => still([w, h], ctx => {
  const edge = ctx.createRadialGradient(w / 2, h * 0.45, Math.min(w, h) * 0.45, w / 2, h / 2, Math.max(w, h) * 0.75);
  edge.addColorStop(0, 'rgba(30,20,40,0)');
  edge.addColorStop(1, alpha('#1e1428', 0.2));
  ctx.fillStyle = edge;
  ctx.fillRect(0, 0, w, h);
});
