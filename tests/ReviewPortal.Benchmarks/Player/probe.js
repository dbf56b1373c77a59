// Reads what a page with three videos shows, and changes nothing of it. The same for the review stage and for the naive page.
(() => {
  const cells = 14, cell = 32;
  const pens = [];
  const counts = { seeks: 0, waits: 0 };
  let rows = [], running = 0, painted = [], followed = false;

  const bench = (window.bench = {});
  bench.videos = () => [...document.querySelectorAll("figure[data-role]")].sort((a, b) => a.dataset.role - b.dataset.role).map((figure) => figure.querySelector("video"));

  // The number in the upper edge of a picture: the lowest bit first; -1 before the first picture.
  bench.number = (video, index = 0) => {
    if (video.readyState < 2) return -1;
    const pen = (pens[index] ??= new OffscreenCanvas(cells, 1).getContext("2d", { willReadFrequently: true }));
    pen.drawImage(video, 0, cell / 4, cells * cell, cell / 2, 0, 0, cells, 1);
    const { data } = pen.getImageData(0, 0, cells, 1);
    let number = 0;
    for (let at = 0; at < cells; at++) if (data[at * 4 + 1] > 128) number += 1 << at;
    return number;
  };

  bench.numbers = () => bench.videos().map((video, index) => bench.number(video, index));

  // One row a frame: the moment, the three current times, searches and stalls so far; and the numbers, every tenth frame, where they are asked for.
  bench.watch = (pixels) => {
    const videos = bench.videos(), mine = ++running;
    bench.listen(videos);
    rows = [];
    const look = () => {
      if (mine !== running) return;
      const row = [performance.now(), ...videos.map((video) => video.currentTime), counts.seeks, counts.waits];
      if (pixels && rows.length % 10 === 0) row.push(...videos.map((video, index) => bench.number(video, index)));
      rows.push(row);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };

  bench.rows = () => {
    running++;
    return rows;
  };

  bench.listen = (videos) => {
    if (followed) return;
    followed = true;
    videos.forEach((video, index) => {
      let open = 0;
      video.addEventListener("seeking", () => { counts.seeks++; bench.most = Math.max(bench.most, ++open); });
      video.addEventListener("seeked", () => { open = 0; });
      video.addEventListener("waiting", () => { counts.waits++; });
      const follow = (_, frame) => {
        painted.push([index, performance.now(), frame.mediaTime]);
        video.requestVideoFrameCallback(follow);
      };
      video.requestVideoFrameCallback(follow);
    });
  };
  bench.most = 0;

  // From here on it counts when pictures are painted; a press on the page sets the beginning more exactly.
  bench.expect = () => {
    bench.listen(bench.videos());
    painted = [];
    bench.most = 0;
    bench.began = performance.now();
    addEventListener("pointerdown", () => { bench.began = performance.now(); }, { once: true, capture: true });
  };

  // Milliseconds until every video shows the frame it was sent to: painted after the beginning, at rest, and not further back than span.
  bench.arrived = async (span, patience) => {
    const videos = bench.videos(), from = performance.now();
    const of = (video, index) => painted.filter(([which, , time]) => which === index && time <= video.currentTime + 0.05 && time > video.currentTime - span);
    const there = () => videos.every((video, index) => !video.seeking && video.readyState >= 2 && of(video, index).length > 0);
    while (performance.now() - from < patience && !there()) await new Promise((done) => setTimeout(done, 4));
    if (!there()) return -1;
    return Math.max(...videos.map((video, index) => of(video, index)[0][1])) - bench.began;
  };

  // The naive player: three videos, each placed once, all told to play.
  bench.build = (addresses, offsets, at) => {
    document.body.replaceChildren(...addresses.map((address, role) => {
      const figure = document.createElement("figure"), video = document.createElement("video");
      figure.dataset.role = role;
      Object.assign(figure.style, { display: "inline-block", margin: "4px", width: "30vw" });
      video.style.width = "100%";
      Object.assign(video, { preload: "auto", src: address, playsInline: true });
      video.addEventListener("loadedmetadata", () => { video.currentTime = Math.max(0, at - offsets[role]); }, { once: true });
      figure.append(video);
      return figure;
    }));
  };

  bench.play = (rate) => {
    for (const video of bench.videos()) {
      video.playbackRate = rate;
      video.play();
    }
  };

  bench.pause = () => { for (const video of bench.videos()) video.pause(); };

  bench.place = (times) => bench.videos().forEach((video, index) => { video.currentTime = times[index]; });

  // Every callback of a frame and how long it took, for those who ask what a frame costs.
  const frames = window.requestAnimationFrame.bind(window);
  bench.costs = new Map();
  window.requestAnimationFrame = (callback) => frames((time) => {
    const began = performance.now();
    callback(time);
    if (bench.counting) bench.costs.set(time, (bench.costs.get(time) ?? 0) + performance.now() - began);
  });

  // The first painted frame of each track after the navigation.
  bench.first = [];
  const meet = (video) => {
    if (video.met) return;
    video.met = true;
    video.requestVideoFrameCallback(() => bench.first.push(performance.now()));
  };
  new MutationObserver(() => document.querySelectorAll("video").forEach(meet)).observe(document, { childList: true, subtree: true });
})();

// When the signals first stood on the timeline.
(() => {
  bench.drawn = 0;
  const watch = setInterval(() => {
    const canvas = document.querySelector("[data-timeline] canvas"), lane = document.querySelector("[data-lane=signals]")?.getBoundingClientRect();
    if (!canvas?.width || !lane?.height) return;
    const top = lane.top + lane.height / 2 - canvas.getBoundingClientRect().top;
    const { data } = canvas.getContext("2d").getImageData(0, Math.round(top * devicePixelRatio), canvas.width, 1);
    if (data.filter((value, at) => at % 4 === 3 && value > 0).length < canvas.width / 2) return;
    bench.drawn = performance.now();
    clearInterval(watch);
  }, 20);
})();
