import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSealing } from "#server/platform/sealing.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "palabre-sealing-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const secret = Buffer.from("a secret of an urn");
const dataDir = () => join(folder, "data");

describe("a sealed secret", () => {
  const sealing = (key: number) =>
    createSealing({ sealingKey: Buffer.alloc(32, key), dataDir: dataDir() });

  it("opens under the same key and for the same purpose", () => {
    const sealed = sealing(1).seal("urn/a", secret);
    expect(sealing(1).unseal("urn/a", sealed)).toEqual(secret);
    expect(sealed.includes(secret)).toBe(false);
    expect(sealing(1).seal("urn/a", secret)).not.toEqual(sealed);
  });

  it("opens in no other way", () => {
    const sealed = sealing(1).seal("urn/a", secret);
    expect(() => sealing(1).unseal("urn/b", sealed)).toThrow("PALABRE_KEY");
    expect(() => sealing(2).unseal("urn/a", sealed)).toThrow("PALABRE_KEY");
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => sealing(1).unseal("urn/a", changed)).toThrow();
    }
  });
});

describe("without PALABRE_KEY", () => {
  it("a key is made in the data folder, for its owner alone, and found again", () => {
    const sealed = createSealing({ dataDir: dataDir() }).seal("urn/a", secret);
    expect(createSealing({ dataDir: dataDir() }).unseal("urn/a", sealed)).toEqual(secret);
    expect(statSync(join(dataDir(), "sealing.key")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir(), "sealing.key"), "utf8")).toMatch(/^[\w-]{43}$/);
  });

  it("a file that holds no key is named, not replaced", () => {
    writeFileSync(join(folder, "sealing.key"), "short");
    expect(() => createSealing({ dataDir: folder }).seal("urn/a", secret)).toThrow("sealing.key");
    expect(readFileSync(join(folder, "sealing.key"), "utf8")).toBe("short");
  });
});
