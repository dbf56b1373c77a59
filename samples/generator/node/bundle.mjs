import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exams } from '../exams/exams.mjs';
import { scene as makeScene } from '../script/scene.mjs';
import { eventsOf } from './events.mjs';

const thousandth = v => Math.round(v * 1000) / 1000;
const lines = list => list.map(o => JSON.stringify(o) + '\n').join('');

/** Adds `seconds` to a local time with offset, such as 2026-11-02T09:00:04.310+01:00, and keeps the offset. */
function later(stamp, seconds) {
  const offset = stamp.slice(-6), minutes = (offset[0] === '-' ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)));
  return new Date(new Date(stamp).getTime() + seconds * 1000 + minutes * 60000).toISOString().replace('Z', offset);
}

async function described(folder, { file, offsetSeconds }) {
  const bytes = await readFile(join(folder, file));
  return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), offsetSeconds: thousandth(offsetSeconds) };
}

/** Writes manifest, events and chat beside the recordings, and removes recordings of an earlier making that are no longer named. */
export async function writeBundle(folder, sitting, recorded) {
  const exam = exams[sitting.exam], scene = makeScene(sitting, exam);
  const length = Math.max(...Object.values(recorded).flat().map(s => s.endSeconds));
  const start = exam.manifest.start.slice(0, 11) + sitting.start + exam.manifest.start.slice(-6);
  const tracks = [];
  for (const [role, segments] of Object.entries(recorded)) {
    const files = await Promise.all(segments.map(s => described(folder, s)));
    tracks.push(files.length > 1 ? { role, segments: files } : { role, ...files[0] });
  }
  const manifest = {
    schema: 'reviewportal.bundle/1', exam: exam.manifest, candidate: sitting.candidate, externalIds: sitting.externalIds || {},
    recorder: { name: 'Voorbeeld Proctoring', version: '3.2.0' },
    start, end: later(start, length), tracks, events: 'events.jsonl', ...(sitting.chat ? { chat: 'chat.jsonl' } : {}),
  };
  const named = tracks.flatMap(t => t.segments || [t]).map(s => s.file);
  for (const file of await readdir(folder)) if (file.endsWith('.webm') && !named.includes(file)) await rm(join(folder, file));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
  await writeFile(join(folder, 'events.jsonl'), lines(eventsOf(scene, length)));
  if (sitting.chat) await writeFile(join(folder, 'chat.jsonl'), lines(sitting.chat));
  else await rm(join(folder, 'chat.jsonl'), { force: true });
  return manifest;
}
