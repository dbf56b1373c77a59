import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStudio } from './node/studio.mjs';
import { writeBundle } from './node/bundle.mjs';
import { sittings } from './sittings/index.mjs';

// node make.mjs          all sittings
// node make.mjs 03 07    only these
const wanted = process.argv.slice(2);
const chosen = sittings.filter(s => !wanted.length || wanted.some(w => s.folder.startsWith(w.padStart(2, '0'))));
if (!chosen.length) {
  console.error(`No sitting is called ${wanted.join(', ')}. There are: ${sittings.map(s => s.folder).join(', ')}.`);
  process.exit(1);
}

const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'sittings');
const studio = await openStudio();
try {
  for (const sitting of chosen) {
    const folder = join(target, sitting.folder);
    const manifest = await writeBundle(folder, sitting, await studio.record(sitting.folder, folder));
    const files = manifest.tracks.flatMap(t => t.segments || [t]);
    console.log(`${sitting.folder}: ${manifest.start} to ${manifest.end}, ${files.map(f => `${f.file} ${f.bytes} bytes at ${f.offsetSeconds} s`).join(', ')}`);
  }
} finally {
  await studio.close();
}
