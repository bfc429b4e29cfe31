import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { ReceiptNumbers } from "#domain/decisions/secret/receipt-words.ts";
import type { UrnKeys } from "#wire/secret-ballots.ts";
import {
  BallotBoxAway,
  dropBallot,
  fetchKeys,
  requestCredentials,
} from "../secret/ballot-box-client.ts";
import { makeCredential, sealForUrn, unblind } from "../secret/ballot-crypto.ts";
import type { HeldBallot } from "../secret/held-ballots.ts";

/** For whom a helper votes, in which decision of which assembly. */
export type AssistedPlace = Pick<HeldBallot, "assemblyId" | "decisionId" | "electorId">;

/** A ballot taken for somebody at the desk: in this page's memory, and nowhere else. */
export type AssistedBallot = { held: HeldBallot; urn: UrnKeys & { urnKey: string } };

export type Taken = { ballot: AssistedBallot } | { refused: string };
export type AssistedCast = { receipt: ReceiptNumbers } | { refused: string };

const AWAY_RETRY_MS = 3_000;
/** The longest wait before a ballot leaves (ms), as everybody's. */
const MOST_DELAY_MS = 2_000;

/** Marks the roll and brings a signed credential, however often one has to ask. */
export async function takeAssisted(place: AssistedPlace): Promise<Taken> {
  const urn = await untilAnswered(() => keysOf(place));
  if (!urn) return { refused: "urn-not-ready" };
  const made = await makeCredential(urn);
  const { decisionId, electorId } = place;
  const { keyId } = urn;
  const requests = [{ decisionId, electorId, keyId, blinded: made.blinding.blinded }];
  for (;;) {
    const [answer] = await untilAnswered(() => requestCredentials({ requests, assisted: true }));
    if (answer?.state === "signed") {
      const issueSignature = await unblind(urn, made, answer.blindSignature);
      return { ballot: { urn, held: { ...place, keyId, ...made, issueSignature } } };
    }
    if (answer?.state === "refused" && answer.code === "credentials-restarted") {
      return takeAssisted(place);
    }
    if (answer?.state !== "waiting") return { refused: answer?.code ?? "bad-input" };
    await pause(answer.retryAfterMs);
  }
}

/** Seals the choice and drops it into the urn as nobody's; the same bytes until there is an answer. */
export async function castAssisted(
  { held, urn }: AssistedBallot,
  content: BallotContent,
): Promise<AssistedCast> {
  const { receipt, ...copy } = await sealForUrn(urn, held, 1, content);
  const { credential, issueSignature = "" } = held;
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  await pause((chance / 2 ** 32) * MOST_DELAY_MS);
  const answer = await untilAnswered(() =>
    dropBallot(held.decisionId, { credential, issueSignature, ...copy }),
  );
  return answer.ok ? { receipt } : { refused: answer.code };
}

async function keysOf({ assemblyId, decisionId }: AssistedPlace) {
  const keys = (await fetchKeys(assemblyId)).find((urn) => urn.decisionId === decisionId);
  return keys?.urnKey ? { ...keys, urnKey: keys.urnKey } : undefined;
}

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof BallotBoxAway)) throw error;
      await pause(AWAY_RETRY_MS);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
