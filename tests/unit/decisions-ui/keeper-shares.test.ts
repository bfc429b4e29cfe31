import { describe, expect, it } from "vitest";
import { fromBase64url, toBase64url } from "#domain/decisions/secret/bytes.ts";
import { combineShares, readBackup } from "#domain/decisions/secret/shares.ts";
import { urnKeyOf } from "#domain/decisions/secret/seal.ts";
import type { Keeper, UrnView } from "#wire/urns.ts";
import { combinations, dealUrns } from "#app/features/decisions/urns/deal-shares.ts";
import {
  backupOf,
  isShareOf,
  ownerOfShare,
  unsealShares,
} from "#app/features/decisions/urns/handle-shares.ts";
import { decoded, makeKeeperKeys } from "#app/features/decisions/urns/keeper-keys.ts";

const NAMES = ["ann", "bob", "cem"];

async function ceremony() {
  const keys = await Promise.all(NAMES.map(() => makeKeeperKeys()));
  const keepers = NAMES.map(
    (personId, at): Keeper => ({
      personId,
      name: personId,
      self: false,
      boxKey: keys[at]?.boxKey ?? "",
      signingKey: keys[at]?.signingKey ?? "",
    }),
  );
  const [dealt] = await dealUrns(["decision"], keepers);
  if (!dealt) throw new Error("nothing was dealt");
  const urnFor = (personId: string): UrnView => ({
    decisionId: "decision",
    position: 1,
    title: {},
    phase: "draft",
    seal: "scrutineers",
    stage: "keyed",
    threshold: 2,
    shares: dealt.shares.map(({ personId: id, fingerprint }) => ({
      personId: id,
      fingerprint,
      confirmed: false,
      given: false,
    })),
    mySealedShare: dealt.shares.find((share) => share.personId === personId)?.sealed ?? "",
    openingAsked: false,
  });
  return { keys, dealt, urnFor };
}

describe("the shares of an urn", () => {
  it("reach their keepers alone, and any two of three make the urn's key", async () => {
    const { keys, dealt, urnFor } = await ceremony();
    const taken = await Promise.all(
      NAMES.map(async (name, at) => {
        const own = keys[at];
        if (!own) throw new Error("no keys");
        return (await unsealShares([urnFor(name)], own, name))["decision"]?.share ?? "";
      }),
    );
    for (const pair of combinations(taken, 2)) {
      const secret = await combineShares(pair.map(decoded));
      expect(toBase64url(await urnKeyOf(secret))).toBe(dealt.urnKey);
    }
    const [ann] = keys;
    expect(ann && (await unsealShares([urnFor("bob")], ann, "bob"))).toEqual({});
  });

  it("are read back from paper, and told apart by their fingerprints", async () => {
    const { keys, urnFor } = await ceremony();
    const [ann] = keys;
    if (!ann) throw new Error("no keys");
    const urn = urnFor("ann");
    const kept = (await unsealShares([urn], ann, "ann"))["decision"];
    if (!kept) throw new Error("not unsealed");
    const typed = await readBackup((await backupOf(kept)).toLowerCase());
    expect(typed).toEqual(fromBase64url(kept.share));
    if (!typed) return;
    expect(await isShareOf(urn, "ann", typed)).toBe(true);
    expect(await isShareOf(urn, "bob", typed)).toBe(false);
    expect(await ownerOfShare(urn, typed)).toBe("ann");
  });

  it("are not taken where another share was put in their place", async () => {
    const { keys, dealt, urnFor } = await ceremony();
    const [ann] = keys;
    const urn = urnFor("ann");
    const [first, ...others] = urn.shares;
    const swapped = {
      ...urn,
      shares: [
        { ...first, personId: "ann", fingerprint: dealt.shares[1]?.fingerprint ?? "" },
        ...others,
      ] as UrnView["shares"],
    };
    expect(ann && (await unsealShares([swapped], ann, "ann"))).toEqual({});
  });
});

it("combinations are every choice once", () => {
  expect(combinations(["a", "b", "c"], 2)).toEqual([
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
  ]);
});
