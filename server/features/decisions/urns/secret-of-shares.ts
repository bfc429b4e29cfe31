import type { Bytes } from "#domain/decisions/secret/bytes.ts";
import { equalBytes } from "#domain/decisions/secret/bytes.ts";
import { urnKeyOf } from "#domain/decisions/secret/seal.ts";
import { combineShares } from "#domain/decisions/secret/shares.ts";

/**
 * The urn's secret, once enough shares make it; the shares are overwritten. Every choice of enough
 * shares is tried: a dealer who dealt one keeper a wrong share cannot hold the others up.
 */
export async function secretOf(
  shares: readonly Bytes[],
  threshold: number,
  urnKey: Uint8Array,
): Promise<Bytes | undefined> {
  try {
    for (const chosen of choices(shares, threshold)) {
      const secret = await combineShares(chosen);
      if (equalBytes(await urnKeyOf(secret), urnKey)) return secret;
      secret.fill(0);
    }
    return undefined;
  } finally {
    for (const share of shares) share.fill(0);
  }
}

/** Every choice of `size` members, in order. */
function* choices<T>(members: readonly T[], size: number): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [at, member] of members.entries()) {
    for (const rest of choices(members.slice(at + 1), size - 1)) yield [member, ...rest];
  }
}
