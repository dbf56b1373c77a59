import { createServer } from 'node:http';
import { createWriteStream } from 'node:fs';
import { readFile, access, mkdir } from 'node:fs/promises';
import { delimiter, dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pipeline } from 'node:stream/promises';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const types = { '.html': 'text/html', '.mjs': 'text/javascript' };

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  // A page that nobody looks at gets slow timers; the recordings need steady ones.
  '--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows',
];

/** A browser that records sittings. `record(folder, target)` writes the files into `target` exactly as MediaRecorder gave them. */
export async function openStudio() {
  let target;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://studio').pathname;
    try {
      if (request.method === 'PUT' && /^\/take\/[\w-]+\.webm$/.test(path)) {
        await pipeline(request, createWriteStream(join(target, path.slice('/take/'.length))));
        response.end();
        return;
      }
      const type = types[extname(path)];
      if (!type) throw new Error('not served');
      const body = await readFile(join(root, normalize(path)));
      response.setHeader('content-type', type);
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: flags });
  return {
    async record(folder, into) {
      target = into;
      await mkdir(into, { recursive: true });
      const page = await browser.newPage();
      page.on('pageerror', error => console.error(`The page says: ${error.message}`));
      await page.goto(`http://127.0.0.1:${server.address().port}/stage/index.html`);
      await page.waitForFunction(() => window.take);
      const tracks = await page.evaluate(name => window.take(name), folder);
      await page.close();
      return tracks;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    for (const folder of process.env.PATH.split(delimiter)) {
      const path = join(folder, name);
      if (await access(path).then(() => true, () => false)) return path;
    }
  }
  throw new Error('No Chromium found. Install it, or name its program in the environment variable CHROMIUM.');
}
