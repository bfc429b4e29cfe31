// Compresses what browsers load once, at the build, as small as it goes: a room that opens the
// ballot at the same moment then costs the server no compression at all.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const COMPRESSIBLE = /\.(js|css|svg)$/;
/** Smaller files gain nothing (bytes). */
const LEAST = 512;

/** Writes a `.br` twin beside every file worth it. */
export async function compressAssets(directory) {
  const names = readdirSync(directory).filter((name) => COMPRESSIBLE.test(name));
  await Promise.all(
    names.map(async (name) => {
      const content = readFileSync(join(directory, name));
      if (content.length < LEAST) return;
      // Brotli's own default is its highest quality.
      writeFileSync(join(directory, `${name}.br`), await promisify(brotliCompress)(content));
    }),
  );
}
