import { attestationMessage } from "#domain/decisions/secret/attestation.ts";
import { type Bytes, fromHex, toBase64url } from "#domain/decisions/secret/bytes.ts";
import {
  dealContext,
  openingContext,
  openShare,
  sealShare,
} from "#domain/decisions/secret/seal.ts";
import { fingerprint, writeBackup } from "#domain/decisions/secret/shares.ts";
import type { UrnView } from "#wire/urns.ts";
import { decoded, signAsKeeper } from "./keeper-keys.ts";
import type { KeptKeys, KeptShare } from "./keeper-store.ts";

/** The reader's shares as dealt, by decision id; a share that is not what was dealt is left out. */
export async function unsealShares(
  urns: readonly UrnView[],
  kept: KeptKeys,
  personId: string,
): Promise<Record<string, KeptShare>> {
  const shares: Record<string, KeptShare> = {};
  for (const urn of urns) {
    if (!urn.mySealedShare) continue;
    const context = dealContext(urn.decisionId, personId);
    const share = await openShare(decoded(kept.boxSecret), context, decoded(urn.mySealedShare));
    if (share && (await isShareOf(urn, personId, share))) {
      shares[urn.decisionId] = await toKeep(share);
    }
  }
  return shares;
}

export async function toKeep(share: Uint8Array): Promise<KeptShare> {
  return { share: toBase64url(share), fingerprint: toBase64url(await fingerprint(share)) };
}

/** Whether these bytes are the share that this keeper was dealt. */
export async function isShareOf(
  urn: UrnView,
  personId: string,
  share: Uint8Array,
): Promise<boolean> {
  const dealt = urn.shares.find((one) => one.personId === personId);
  return dealt?.fingerprint === toBase64url(await fingerprint(share));
}

/** The keeper to whom a typed share belongs, if it is one of this urn's. */
export async function ownerOfShare(urn: UrnView, share: Uint8Array): Promise<string | undefined> {
  const printed = toBase64url(await fingerprint(share));
  return urn.shares.find((one) => one.fingerprint === printed)?.personId;
}

/** The share for the process that opens, and for no other. */
export async function sealForOpener(
  urn: UrnView,
  opening: NonNullable<UrnView["opening"]>,
  share: Uint8Array,
): Promise<string> {
  const context = openingContext(urn.decisionId, opening.opener);
  return toBase64url(await sealShare(decoded(opening.openerKey), context, share));
}

/** A keeper's signature under the board, the opened ballots and the report. */
export async function signAttestation(urn: UrnView, kept: KeptKeys): Promise<string> {
  const [head, opened, report] = [
    urn.boardHead,
    urn.opened?.openedHash,
    urn.opened?.reportHash,
  ].map((hex) => fromHex(hex ?? "") ?? new Uint8Array());
  return signAsKeeper(kept, attestationMessage(head as Bytes, opened as Bytes, report as Bytes));
}

/** The printed line of a share, as kept. */
export function backupOf({ share }: KeptShare): Promise<string> {
  return writeBackup(decoded(share));
}
