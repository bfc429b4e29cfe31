import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "./env.ts";

/** Keeps secrets unreadable in the database, its backups and its WAL: AES-256-GCM. */
export type Sealing = {
  /** `purpose` says what the secret is and whose: under another one it does not open. */
  seal: (purpose: string, secret: Uint8Array) => Buffer;
  /** Throws where the installation's key is not the one it was sealed under. */
  unseal: (purpose: string, sealed: Uint8Array) => Buffer;
  /** 32 bytes that only this installation can work out, the same each time (HMAC-SHA-256). */
  derive: (purpose: string) => Buffer;
};

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Under PALABRE_KEY, or under a key in a file of the data folder that is made at first use. */
export function createSealing(env: Pick<Env, "sealingKey" | "dataDir">): Sealing {
  let known: Buffer | undefined;
  const key = () => (known ??= env.sealingKey ?? keyOfFile(env.dataDir));
  return {
    derive: (purpose) => createHmac("sha256", key()).update(`derive/${purpose}`).digest(),
    seal: (purpose, secret) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(purpose));
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    unseal: (purpose, sealed) => {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]);
      } catch (cause) {
        throw new Error("A secret was sealed under another key: is PALABRE_KEY the same as then?", {
          cause,
        });
      }
    },
  };
}

function keyOfFile(dataDir: string): Buffer {
  const path = join(dataDir, "sealing.key");
  try {
    return readKey(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  mkdirSync(dataDir, { recursive: true });
  // Written whole, then given its name: two processes that start together agree on one of them.
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, randomBytes(KEY_BYTES).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return readKey(path);
}

function readKey(path: string): Buffer {
  const key = Buffer.from(readFileSync(path, "utf8").trim(), "base64url");
  if (key.length !== KEY_BYTES) throw new Error(`${path} does not hold a key of 32 bytes`);
  return key;
}
