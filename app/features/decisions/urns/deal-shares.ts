import { equalBytes, toBase64url } from "#domain/decisions/secret/bytes.ts";
import { dealContext, SECRET_BYTES, sealShare, urnKeyOf } from "#domain/decisions/secret/seal.ts";
import { combineShares, fingerprint, splitSecret } from "#domain/decisions/secret/shares.ts";
import { thresholdFor } from "#domain/decisions/secret/urn.ts";
import type { CommandMap } from "#wire/commands.ts";
import type { Keeper } from "#wire/urns.ts";
import { decoded } from "./keeper-keys.ts";

type DealtUrn = CommandMap["urn.deal"]["payload"]["urns"][number];

/**
 * Makes the urns' secrets and shares them among the keepers. A secret exists in this function
 * alone: it is overwritten before the urn is returned.
 */
export async function dealUrns(
  decisionIds: readonly string[],
  keepers: readonly Keeper[],
): Promise<DealtUrn[]> {
  const urns: DealtUrn[] = [];
  for (const decisionId of decisionIds) urns.push(await dealUrn(decisionId, keepers));
  return urns;
}

async function dealUrn(decisionId: string, keepers: readonly Keeper[]): Promise<DealtUrn> {
  const threshold = thresholdFor(keepers.length);
  const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const urnKey = await urnKeyOf(secret);
  const shares = await splitSecret(secret, keepers.length, threshold);
  await checkEveryCombination(secret, shares, threshold);
  const sealed = await Promise.all(
    keepers.map(async ({ personId, boxKey }, at) => {
      const share = shares[at] as Uint8Array;
      const context = dealContext(decisionId, personId);
      return {
        personId,
        sealed: toBase64url(await sealShare(decoded(boxKey), context, share)),
        fingerprint: toBase64url(await fingerprint(share)),
      };
    }),
  );
  for (const bytes of [secret, ...shares]) bytes.fill(0);
  return { decisionId, urnKey: toBase64url(urnKey), shares: sealed };
}

/** No vote may begin on shares of which some set that should suffice does not. */
async function checkEveryCombination(
  secret: Uint8Array,
  shares: readonly Uint8Array[],
  threshold: number,
): Promise<void> {
  for (const chosen of combinations(shares, threshold)) {
    if (!equalBytes(await combineShares(chosen), secret)) {
      throw new Error("The shares do not make the secret again");
    }
  }
}

/** Every choice of `size` members, in order. */
export function combinations<T>(members: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return members.flatMap((member, at) =>
    combinations(members.slice(at + 1), size - 1).map((rest) => [member, ...rest]),
  );
}
