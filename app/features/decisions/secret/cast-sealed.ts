import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { UrnKeys } from "#wire/secret-ballots.ts";
import { BallotBoxAway, dropBallot, fetchKeys } from "./ballot-box-client.ts";
import { changeHeld, changeOne, heldBallots, heldKey, type HeldBallot } from "./held-ballots.ts";

/** What became of a ballot: in the urn, too late, or refused with a code. */
export type CastOutcome =
  | { state: "cast" }
  | { state: "late" }
  | { state: "refused"; code: string };

/** Whose ballot, in which decision of which assembly. */
export type BallotPlace = Pick<HeldBallot, "electorId" | "decisionId" | "assemblyId">;

/** The longest wait before a ballot leaves, so that its time says little of whose it is (ms). */
const MOST_DELAY_MS = 2_000;
/** Refusals that pass: the ballot stays sealed and is sent again. */
const PASSING = ["too-many-requests", "vote-suspended"];
/** Another device may have gone on with the same credential: so often its revisions are passed. */
const MOST_TRIES = 20;

/**
 * Seals a choice and drops it into the urn. The sealed ballot is written down before it leaves: after
 * a crash the same bytes are sent again. Rejects with `BallotBoxAway` when the box cannot be reached.
 */
export async function castSealed(place: BallotPlace, content: BallotContent): Promise<CastOutcome> {
  const key = heldKey(place.electorId, place.decisionId);
  await delay();
  const keys = (await fetchKeys(place.assemblyId)).find(
    ({ decisionId }) => decisionId === place.decisionId,
  );
  // Keys are given out until the close.
  if (!keys) return { state: "refused", code: "vote-closed" };
  if (!keys.urnKey) return { state: "refused", code: "urn-not-ready" };
  const urn = { ...keys, urnKey: keys.urnKey };
  for (let tries = 1; ; tries++) {
    await seal(key, urn, content);
    const outcome = await sendHeld(key);
    const stale = outcome.state === "refused" && outcome.code === "stale-revision";
    if (!stale || tries === MOST_TRIES) return outcome;
  }
}

/** Sends what was sealed earlier, the very same bytes; the urn knows them if it has them already. */
export async function sendHeld(key: string): Promise<CastOutcome> {
  const { [key]: held } = heldBallots();
  if (!held?.issueSignature) return { state: "refused", code: "bad-credential" };
  if (!held.sending) return settledBefore(held);
  const { credential, issueSignature, decisionId } = held;
  const { revision, sealed, signature } = held.sending;
  const ballot = { credential, issueSignature, revision, sealed, signature };
  const answer = await dropBallot(decisionId, ballot);
  if (!answer.ok && PASSING.includes(answer.code)) throw new BallotBoxAway();
  const late = !answer.ok && answer.code === "vote-closed";
  await changeOne(key, ({ sending, ...rest }) => {
    // A newer one may have been sealed meanwhile; it waits for its own answer.
    if (sending?.revision !== revision) return { ...rest, ...(sending && { sending }) };
    if (answer.ok) return { ...rest, cast: sending };
    return late ? { ...rest, late: sending } : { ...rest };
  });
  if (answer.ok) return { state: "cast" };
  return late ? { state: "late" } : { state: "refused", code: answer.code };
}

/** Another tab has heard the answer already. */
function settledBefore({ revision, cast, late, notTaken }: HeldBallot): CastOutcome {
  if (cast?.revision === revision) return { state: "cast" };
  if (late?.revision === revision) return { state: "late" };
  return { state: "refused", code: notTaken ?? "stale-revision" };
}

async function seal(
  key: string,
  urn: UrnKeys & { urnKey: string },
  content: BallotContent,
): Promise<void> {
  const { sealForUrn } = await import("./ballot-crypto.ts");
  await changeHeld(async (held) => {
    const one = held[key];
    if (!one) throw new Error("No credential is held for this ballot");
    const revision = (one.revision ?? 0) + 1;
    const sending = await sealForUrn(urn, one, revision, content);
    return { ...held, [key]: { ...one, revision, sending, notTaken: undefined } };
  });
}

/** By the browser's cryptographic chance, evenly between nothing and two seconds. */
function delay(): Promise<void> {
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  return new Promise((resolve) => setTimeout(resolve, (chance / 2 ** 32) * MOST_DELAY_MS));
}
