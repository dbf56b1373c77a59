// Divides the stage among the pictures so that none is cut and as little as possible stays empty. "large": the main one at full height, the other two
// beside each other or one above the other, whichever shows more. "even": all three as high as each other. "one": the main one alone.
const gap = 6, name = 26, largestShare = 0.64, ways = ["large", "even", "one"];

export class Arrangement {
  #stage;
  #figures;
  #observer;
  #way = ways[0];

  constructor(stage, main) {
    this.#stage = stage;
    this.#figures = [...stage.querySelectorAll("[data-role]")];
    for (const figure of this.#figures) figure.querySelector("video").addEventListener("loadedmetadata", () => this.arrange());
    this.#observer = new ResizeObserver(() => this.arrange());
    this.#observer.observe(stage);
    // A track without a recording has nothing to show at large.
    const recorded = this.#figures.filter((figure) => figure.querySelector("video").hasAttribute("src"));
    this.enlarge((recorded.find((figure) => figure.dataset.role === main) ?? recorded[0])?.dataset.role ?? main);
  }

  get main() { return this.#figures.find((figure) => "main" in figure.dataset); }

  enlarge(role) {
    const chosen = this.#figures.find((figure) => figure.dataset.role === String(role)) ?? this.#figures[0];
    for (const figure of this.#figures) figure.toggleAttribute("data-main", figure === chosen);
    this.arrange();
  }

  share(way) {
    this.#way = ways.includes(way) ? way : ways[0];
    this.arrange();
  }

  next() {
    this.share(ways[(ways.indexOf(this.#way) + 1) % ways.length]);
    return this.#way;
  }

  arrange() {
    for (const figure of this.#figures) {
      figure.hidden = this.#way === "one" && figure !== this.main;
      figure.style.order = figure === this.main && this.#way === "large" ? "0" : "1";
    }
    const [arrangement, columns] = this.#way === "one" ? ["beside", "1fr"]
      : this.#way === "even" ? ["beside", this.#figures.map((figure) => `${shape(figure)}fr`).join(" ")]
      : this.#large();
    this.#stage.dataset.arrangement = arrangement;
    this.#stage.dataset.way = this.#way;
    this.#stage.style.setProperty("--columns", columns);
  }

  #large() {
    const style = getComputedStyle(this.#stage);
    const width = this.#stage.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const height = this.#stage.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom) - name;
    const others = this.#figures.filter((figure) => figure !== this.main);
    const large = Math.min(height * shape(this.main), width * largestShare);
    const rest = Math.max(1, width - large - gap);
    const flat = Math.min(height, (rest - gap) / (shape(others[0]) + shape(others[1])));
    const half = (height - name - gap) / 2;
    const beside = flat * flat * (shape(others[0]) + shape(others[1]));
    const stacked = others.reduce((sum, figure) => sum + Math.min(half, rest / shape(figure)) ** 2 * shape(figure), 0);
    return beside > stacked
      ? ["beside", `${large}fr ${flat * shape(others[0])}fr ${flat * shape(others[1])}fr`]
      : ["stacked", `${large}fr ${rest}fr`];
  }

  close() { this.#observer.disconnect(); }
}

// Width divided by height: of the file, or of what was announced while that has not been read.
function shape(figure) {
  const video = figure.querySelector("video");
  return (video.videoWidth || Number(video.dataset.width) || 16) / (video.videoHeight || Number(video.dataset.height) || 9);
}
