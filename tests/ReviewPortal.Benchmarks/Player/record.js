// Records three tracks at once with the browser's own recorder: the camera with sound, a phone and a screen. In the upper edge of each picture
// stands the moment at which it was drawn, in hundredths of a second since the camera began.
async ([seconds, phoneAfter, screenAfter]) => {
  const cells = 14, cell = 32;
  const device = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480, frameRate: 20 }, audio: true });
  const camera = Object.assign(document.createElement("video"), { srcObject: device, muted: true });
  await camera.play();
  let began = performance.now();

  const drawn = (width, height, rate) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height }), pen = canvas.getContext("2d");
    setInterval(() => {
      const moment = Math.floor((performance.now() - began) / 10);
      pen.drawImage(camera, 0, 0, width, height);
      for (let at = 0; at < cells; at++) {
        pen.fillStyle = Math.floor(moment / 2 ** at) % 2 ? "#fff" : "#000";
        pen.fillRect(at * cell, 0, cell, cell);
      }
    }, 1000 / rate);
    return canvas.captureStream(rate);
  };

  const record = (stream, bits) => {
    const recorder = new MediaRecorder(stream, { mimeType: "video/webm", videoBitsPerSecond: bits }), parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const done = new Promise((resolve) => { recorder.onstop = () => resolve(new Blob(parts)); });
    return { start: () => { recorder.start(1000); return performance.now(); }, stop: () => { recorder.stop(); return done; } };
  };

  const text = async (blob) => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let binary = "";
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  };

  const pause = (time) => new Promise((done) => setTimeout(done, time * 1000));
  const sources = [drawn(640, 480, 20), drawn(640, 360, 15), drawn(960, 540, 5)];
  sources[0].addTrack(device.getAudioTracks()[0]);
  const [webcam, phone, screen] = sources.map((source, track) => record(source, [470_000, 700_000, 500_000][track]));
  began = webcam.start();
  await pause(screenAfter);
  const screenBegan = screen.start();
  await pause(phoneAfter - screenAfter);
  const phoneBegan = phone.start();
  await pause(seconds - phoneAfter);
  const files = await Promise.all([webcam.stop(), phone.stop(), screen.stop()]);
  return JSON.stringify({ Offsets: [0, (phoneBegan - began) / 1000, (screenBegan - began) / 1000], Files: await Promise.all(files.map(text)) });
}
