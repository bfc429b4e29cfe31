import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareBytes,
  equalBytes,
  fromBase64url,
  fromHex,
  toBase64url,
  toHex,
} from "#domain/decisions/secret/bytes.ts";
import {
  createUrnOpener,
  dealContext,
  generateBox,
  openShare,
  openingContext,
  sealBallot,
  sealShare,
  urnKeyOf,
} from "#domain/decisions/secret/seal.ts";
import {
  combineShares,
  fingerprint,
  readBackup,
  splitSecret,
  writeBackup,
} from "#domain/decisions/secret/shares.ts";
import { ceremonyStep, thresholdFor } from "#domain/decisions/secret/urn.ts";

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

describe("a sealed ballot", () => {
  it("opens for its own urn, decision and credential alone", async () => {
    const secret = random(32);
    const [credential, other, padded] = [random(65), random(65), random(64)];
    const opener = await createUrnOpener(secret, "a");
    const sealed = await sealBallot(opener.urnKey, "a", credential, padded);
    expect(await opener.open(credential, sealed)).toEqual(padded);
    expect(await opener.open(other, sealed)).toBeUndefined();
    expect(await opener.open(credential, sealed.with(70, (sealed[70] ?? 0) ^ 1))).toBeUndefined();
    expect(await opener.open(credential, sealed.slice(0, 40))).toBeUndefined();
    expect(await (await createUrnOpener(secret, "b")).open(credential, sealed)).toBeUndefined();
    expect(await (await createUrnOpener(random(32), "a")).open(credential, sealed)).toBeUndefined();
  });

  it("is never sealed twice into the same bytes", async () => {
    const key = await urnKeyOf(random(32));
    const [credential, padded] = [random(65), random(64)];
    const [one, other] = await Promise.all([
      sealBallot(key, "a", credential, padded),
      sealBallot(key, "a", credential, padded),
    ]);
    expect(equalBytes(one, other)).toBe(false);
    expect(one).toHaveLength(65 + 16 + 64);
  });
});

describe("a share", () => {
  it("reaches its keeper, for its own purpose", async () => {
    const { boxKey, secret } = await generateBox();
    const share = random(33);
    const sealed = await sealShare(boxKey, dealContext("d", "p"), share);
    expect(await openShare(secret, dealContext("d", "p"), sealed)).toEqual(share);
    expect(await openShare(secret, openingContext("d", "p"), sealed)).toBeUndefined();
    expect(await openShare(random(32), dealContext("d", "p"), sealed)).toBeUndefined();
  });

  it.each([
    [3, 2],
    [5, 3],
    [9, 5],
  ])("of %i keepers, any %i make the urn's secret again", async (keepers, threshold) => {
    expect(thresholdFor(keepers)).toBe(threshold);
    const secret = random(32);
    const shares = await splitSecret(secret, keepers, threshold);
    for (let start = 0; start < keepers; start++) {
      const chosen = Array.from({ length: threshold }, (_, at) => shares[(start + at) % keepers]);
      expect(await combineShares(chosen.flatMap((share) => share ?? []))).toEqual(secret);
    }
    const hashes = await Promise.all(shares.map(async (share) => toHex(await fingerprint(share))));
    expect(new Set(hashes).size).toBe(keepers);
  });

  it("too few make another secret", async () => {
    const secret = random(32);
    const shares = await splitSecret(secret, 5, 3);
    expect(await combineShares(shares.slice(0, 2))).not.toEqual(secret);
  });

  it("is typed from paper, however it was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 33, maxLength: 33 }), async (share) => {
        const line = await writeBackup(share);
        expect(line).toMatch(/^([0-9A-Z]{4} ){13}[0-9A-Z]{4}$/);
        const typed = line
          .toLowerCase()
          .replaceAll(" ", "-")
          .replaceAll("0", "o")
          .replaceAll("1", "l");
        expect(await readBackup(line)).toEqual(new Uint8Array(share));
        expect(await readBackup(typed)).toEqual(new Uint8Array(share));
      }),
      { numRuns: 30 },
    );
  });

  it("is refused with a wrong sign, a missing group, a foreign sign", async () => {
    const line = await writeBackup(new Uint8Array(33).fill(7));
    const wrong = (line.startsWith("0") ? "2" : "0") + line.slice(1);
    for (const text of [wrong, line.slice(5), `${line} 0000`, line.replace(/.$/, "U"), ""]) {
      expect(await readBackup(text)).toBeUndefined();
    }
  });
});

describe("a ceremony", () => {
  const keepers = ["a", "b", "c"];
  it.each([
    [{ keepers: ["a", "b"], dealt: false, confirmed: [] }, "gather"],
    [{ keepers, dealt: false, confirmed: [] }, "deal"],
    [{ keepers, dealt: true, confirmed: ["a", "b"] }, "confirm"],
    [{ keepers, dealt: true, confirmed: keepers }, "done"],
  ])("%j: %s", (ceremony, step) => {
    expect(ceremonyStep(ceremony)).toBe(step);
  });
});

describe("bytes", () => {
  it("have one spelling in base64url and in hexadecimal", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (given) => {
        const bytes = new Uint8Array(given);
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
        expect(fromHex(toHex(bytes))).toEqual(bytes);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{0,9}$/), (text) => {
        const read = fromBase64url(text);
        expect(read && toBase64url(read)).toBe(read ? text : undefined);
      }),
    );
    for (const text of ["a", "ab", "aab", "=", "é", "A A"])
      expect(fromBase64url(text)).toBeUndefined();
    for (const text of ["a", "AB", "0g"]) expect(fromHex(text)).toBeUndefined();
  });

  it("sort as PostgreSQL sorts them", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(a, b));
      }),
    );
  });
});
