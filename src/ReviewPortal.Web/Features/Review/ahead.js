// Between a key that opens a field and the field lie a way to the server and one back. What is typed meanwhile is meant for the field, and not for the player.
const longest = 3000;

export class Ahead {
  #words = null;
  #until = 0;

  begin() {
    this.#words ??= "";
    this.#until = performance.now() + longest;
  }

  // True when the key has been taken for the field to come.
  take({ key }) {
    if (performance.now() > this.#until) this.#words = null;
    if (this.#words === null) return false;
    if (key === "Backspace") this.#words = this.#words.slice(0, -1);
    else if (key === "Enter") this.#words += "\n";
    else if (key.length === 1) this.#words += key;
    else return false;
    return true;
  }

  arrive(field) {
    const words = this.#words;
    this.#words = null;
    if (!words) return;
    field.setRangeText(words, field.value.length, field.value.length, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
