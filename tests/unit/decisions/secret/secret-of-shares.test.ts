import { describe, expect, it } from "vitest";
import { urnKeyOf } from "#domain/decisions/secret/seal.ts";
import { splitSecret } from "#domain/decisions/secret/shares.ts";
import { secretOf } from "#server/features/decisions/urns/secret-of-shares.ts";

const secret = () => crypto.getRandomValues(new Uint8Array(32));

describe("the secret of an urn from the shares that were given", () => {
  it("comes of enough shares, which are overwritten", async () => {
    const dealt = secret();
    const [first, , third] = await splitSecret(dealt, 3, 2);
    if (!first || !third) throw new Error("too few shares");
    expect(await secretOf([first, third], 2, await urnKeyOf(dealt))).toEqual(dealt);
    expect([...first, ...third].every((byte) => byte === 0)).toBe(true);
  });

  it("does not come of too few", async () => {
    const dealt = secret();
    const [first] = await splitSecret(dealt, 3, 2);
    if (!first) throw new Error("too few shares");
    expect(await secretOf([first], 2, await urnKeyOf(dealt))).toBeUndefined();
  });

  it("comes of the right ones where a dealer dealt one of another secret", async () => {
    const dealt = secret();
    const [first, second] = await splitSecret(dealt, 3, 2);
    const [, , foreign] = await splitSecret(secret(), 3, 2);
    if (!first || !second || !foreign) throw new Error("too few shares");
    const key = await urnKeyOf(dealt);
    expect(await secretOf([foreign, first, second], 2, key)).toEqual(dealt);
  });
});
