import { scene as makeScene } from '../script/scene.mjs';
import { chance } from '../script/random.mjs';
import { secondsOfDay } from '../script/time.mjs';
import { exams } from '../exams/exams.mjs';
import { webcamView, phoneView } from './views.mjs';
import { screenView } from './screen/view.mjs';
import { soundtrack } from './sound/soundtrack.mjs';

const formats = {
  webcam: { fps: 12, video: 125000, audio: 24000, keyEvery: 2000, hint: 'motion', delay: () => 0 },
  phone: { fps: 8, video: 134000, audio: 16000, keyEvery: 2000, hint: 'motion', delay: seed => 1 + chance(seed, 1) * 1.9 },
  screen: { fps: 5, video: 185000, keyEvery: 4000, hint: 'text', delay: seed => 0.5 + chance(seed, 2) * 1.4 },
};
const sleep = ms => new Promise(done => setTimeout(done, ms));

/** Records one sitting in real time with the browser's own MediaRecorder. Answers per track its segments with their true offsets. */
export async function take(sitting) {
  const scene = makeScene(sitting, exams[sitting.exam]);
  const sound = await soundtrack(scene);
  const audio = new AudioContext({ sampleRate: 48000, latencyHint: 'interactive' });
  await audio.resume();

  const canvases = {}, painters = {}, streams = {};
  const views = { screen: screenView(scene), webcam: webcamView(scene) };
  for (const role of ['webcam', 'phone', 'screen']) canvases[role] = document.createElement('canvas');
  views.phone = phoneView(scene, canvases.screen);
  for (const [role, canvas] of Object.entries(canvases)) {
    [canvas.width, canvas.height] = views[role].size;
    document.body.append(canvas);
    // An opaque canvas: no alpha channel to be encoded beside the picture.
    const ctx = canvas.getContext('2d', { alpha: false });
    // One captured picture for each drawing, so that the recorder's beat and the drawing's cannot drift apart and lose pictures.
    streams[role] = canvas.captureStream(0);
    const [track] = streams[role].getVideoTracks();
    track.contentHint = formats[role].hint;
    painters[role] = t => { views[role].draw(ctx, t, scene.at(t)); track.requestFrame(); };
    painters[role](0);
  }

  let zero = null;
  const now = () => (zero === null ? 0 : (performance.now() - zero) / 1000);
  const destination = {};
  for (const role of ['webcam', ...(sitting.phone?.sound ? ['phone'] : [])]) {
    destination[role] = audio.createMediaStreamDestination();
    streams[role].addTrack(destination[role].stream.getAudioTracks()[0]);
  }

  let over = false;
  const drawing = Object.keys(canvases).map(role => drawOnTheBeat(formats[role].fps, secondsOfDay(sitting.start) % 1, painters[role], now, () => over));
  const stretches = sitting.recorded || [[0, sitting.seconds]];
  const tracks = {};
  const startSound = () => {
    const source = new AudioBufferSourceNode(audio, { buffer: sound });
    source.connect(destination.webcam);
    // The phone lies farther away and hears less, and less brightly.
    if (destination.phone) source.connect(new BiquadFilterNode(audio, { type: 'lowpass', frequency: 2600 })).connect(new GainNode(audio, { gain: 0.6 })).connect(destination.phone);
    source.start();
  };

  await sleep(600);
  await Promise.all(Object.keys(canvases).map(async role => {
    const segments = tracks[role] = [];
    for (const [n, [from, to]] of stretches.entries()) {
      const delay = formats[role].delay(sitting.seed + n * 7);
      if (role !== 'webcam' || n > 0) {
        while (zero === null) await sleep(5);
        await sleep((from + delay - now()) * 1000);
      }
      const recorder = new MediaRecorder(streams[role], {
        mimeType: streams[role].getAudioTracks().length ? 'video/webm;codecs=vp8,opus' : 'video/webm;codecs=vp8',
        videoBitsPerSecond: formats[role].video, audioBitsPerSecond: formats[role].audio, videoKeyFrameIntervalDuration: formats[role].keyEvery,
      });
      const chunks = [], stopped = new Promise(done => { recorder.onstop = done; });
      recorder.ondataavailable = e => chunks.push(e.data);
      if (zero === null) { zero = performance.now(); startSound(); }
      // The recording's time 0 is the moment of this call: the first picture is taken here. The start event comes 60 to 120 ms later.
      const offsetSeconds = now();
      recorder.start(1000);
      await sleep((to - now()) * 1000);
      recorder.stop();
      const endSeconds = now();
      await stopped;
      const file = stretches.length > 1 ? `${role}-${n + 1}.webm` : `${role}.webm`;
      await fetch(`/take/${file}`, { method: 'PUT', body: new Blob(chunks) });
      segments.push({ file, offsetSeconds, endSeconds });
    }
  }));
  over = true;
  await Promise.all(drawing);
  await audio.close();
  return tracks;
}

/** Draws `fps` times a second in step with the wall clock, so that every second of the burnt-in clock begins with a picture of its own. */
async function drawOnTheBeat(fps, phase, draw, now, over) {
  while (!over()) {
    const t = now();
    draw(t + 0.002);
    const beat = (Math.floor((t + phase) * fps + 0.05) + 1) / fps - phase;
    await sleep(Math.max(1, (beat - now()) * 1000));
  }
}
