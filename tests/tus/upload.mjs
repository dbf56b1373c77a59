// node upload.mjs ENDPOINT KEY FILE [CHUNK]: sends a file, goes on after every lost connection, and prints its address and how often it had to begin again.
import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { Upload } from "tus-js-client";

const [endpoint, key, file, chunk] = process.argv.slice(2);
let retries = 0;
const upload = new Upload(createReadStream(file), {
  endpoint,
  uploadSize: statSync(file).size,
  chunkSize: Number(chunk ?? 64 * 1024 * 1024),
  headers: { Authorization: `Bearer ${key}` },
  metadata: { filename: basename(file), filetype: "application/zip" },
  retryDelays: Array(500).fill(100),
  // A server that is being started again refuses connections for a while; what it answers itself is not tried again, but for 409 and 423.
  onShouldRetry: (error) => {
    retries += 1;
    const status = error.originalResponse?.getStatus() ?? 0;
    return status === 0 || status === 409 || status === 423 || status >= 500;
  },
  onError: (error) => {
    console.error(String(error));
    process.exit(1);
  },
  onSuccess: () => console.log(JSON.stringify({ address: upload.url, retries })),
});
upload.start();
