// Divides the stage among the pictures so that none is cut and as little as possible stays empty: the main one at full height,
// the other two beside each other or one above the other, whichever shows more.
const gap = 6, name = 26, largestShare = 0.64;

export class Arrangement {
  #stage;
  #figures;
  #observer;

  constructor(stage, main) {
    this.#stage = stage;
    this.#figures = [...stage.querySelectorAll("[data-role]")];
    for (const figure of this.#figures) figure.querySelector("video").addEventListener("loadedmetadata", () => this.arrange());
    this.#observer = new ResizeObserver(() => this.arrange());
    this.#observer.observe(stage);
    this.enlarge(main);
  }

  get main() { return this.#figures.find((figure) => "main" in figure.dataset); }

  enlarge(role) {
    const chosen = this.#figures.find((figure) => figure.dataset.role === String(role)) ?? this.#figures[0];
    for (const figure of this.#figures) figure.toggleAttribute("data-main", figure === chosen);
    this.arrange();
  }

  arrange() {
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
    this.#stage.dataset.arrangement = beside > stacked ? "beside" : "stacked";
    this.#stage.style.setProperty("--columns", beside > stacked ? `${large}fr ${flat * shape(others[0])}fr ${flat * shape(others[1])}fr` : `${large}fr ${rest}fr`);
    this.#figures.forEach((figure) => { figure.style.order = figure === this.main ? "0" : "1"; });
  }

  close() { this.#observer.disconnect(); }
}

// Width divided by height: of the file, or of what was announced while that has not been read.
function shape(figure) {
  const video = figure.querySelector("video");
  return (video.videoWidth || Number(video.dataset.width) || 16) / (video.videoHeight || Number(video.dataset.height) || 9);
}
