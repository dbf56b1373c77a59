// Reads the numbers the server packs: 7 bits a byte, the lowest first.
export class Numbers {
  #bytes;
  #at = 0;

  constructor(bytes) { this.#bytes = bytes; }

  get more() { return this.#at < this.#bytes.length; }

  next() {
    let number = 0, factor = 1, byte;
    do {
      byte = this.#bytes[this.#at++];
      number += (byte & 0x7f) * factor;
      factor *= 128;
    } while (byte >= 0x80);
    return number;
  }

  byte() { return this.#bytes[this.#at++]; }

  text(length) { return new TextDecoder().decode(this.#bytes.subarray(this.#at, (this.#at += length))); }
}

// None where there are none, or none for this reader; a server or a line that fails is no answer.
export async function bytesOf(address) {
  const response = await fetch(address);
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  if (response.status === 404 || response.status === 403) return new Uint8Array();
  throw new Error(`${response.status}`);
}
