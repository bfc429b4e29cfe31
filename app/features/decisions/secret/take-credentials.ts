import type { CredentialAnswer, UrnKeys } from "#wire/secret-ballots.ts";
import { BallotBoxAway, fetchKeys, requestCredentials } from "./ballot-box-client.ts";
import { changeHeld, heldBallots, heldKey, isUnder, type HeldBallot } from "./held-ballots.ts";

/** Why an elector has no credential here, by elector and decision: codes of refusals. */
export type Refused = Record<string, string>;

export type TakeOptions = {
  assemblyId: string;
  electorIds: string[];
  signal: AbortSignal;
  /** Hears of each round: what was refused so far, and whether the ballot box is away. */
  tell: (news: { refused: Refused; away: boolean }) => void;
};

type Unsigned = HeldBallot & { blinding: NonNullable<HeldBallot["blinding"]> };

/** As the server takes them in one request. */
const MOST_REQUESTS = 40;
const AWAY_RETRY_MS = 4_000;
/** For credentials whose key has just been replaced by another. */
const RESTARTED_RETRY_MS = 1_000;

/**
 * Brings a signed credential for every secret decision of the assembly and every elector into this
 * browser. Each is written down before it is asked for, and the very same one is asked for again
 * until there is an answer; whatever fails in between, nobody ends up marked without being able to
 * vote. Resolves when nothing more can be had.
 */
export async function takeCredentials(options: TakeOptions): Promise<void> {
  const { assemblyId, electorIds, signal, tell } = options;
  const refused: Refused = {};
  while (!signal.aborted) {
    try {
      const keys = await makeMissing(options, await fetchKeys(assemblyId), refused);
      const unsigned = unsignedOf(assemblyId, electorIds);
      const retryAfterMs = await askForAll(unsigned, keys, refused);
      tell({ refused: { ...refused }, away: false });
      if (retryAfterMs === undefined) return;
      await pause(retryAfterMs, signal);
    } catch (error) {
      if (!(error instanceof BallotBoxAway)) throw error;
      tell({ refused: { ...refused }, away: true });
      await pause(AWAY_RETRY_MS, signal);
    }
  }
}

/**
 * Makes and writes down what is not held yet, or was made for a key that is gone. One lock for all,
 * and the keys are read again under it: two tabs make one credential, and none that is newer is
 * thrown away for older keys. Answers with the keys that everything held was made for.
 */
async function makeMissing(
  { assemblyId, electorIds }: TakeOptions,
  known: UrnKeys[],
  refused: Refused,
): Promise<UrnKeys[]> {
  const missing = (keys: UrnKeys[], held = heldBallots()) =>
    keys.flatMap((key) =>
      electorIds
        .map((electorId) => ({ key, electorId, place: heldKey(electorId, key.decisionId) }))
        .filter(({ place }) => !(place in refused))
        .filter(({ place }) => !held[place] || !isUnder(held[place], key.keyId)),
    );
  if (missing(known).length === 0) return known;
  const { makeCredential } = await import("./ballot-crypto.ts");
  let keys = known;
  await changeHeld(async (held) => {
    keys = await fetchKeys(assemblyId);
    const made: Record<string, HeldBallot> = {};
    for (const { key, electorId, place } of missing(keys, held)) {
      const { decisionId, keyId } = key;
      made[place] = { assemblyId, decisionId, electorId, keyId, ...(await makeCredential(key)) };
    }
    return { ...held, ...made };
  });
  return keys;
}

function unsignedOf(assemblyId: string, electorIds: string[]): Unsigned[] {
  return Object.values(heldBallots()).filter(
    (held): held is Unsigned =>
      held.blinding !== undefined &&
      held.assemblyId === assemblyId &&
      electorIds.includes(held.electorId),
  );
}

/** One round. The milliseconds after which to ask again for those that wait, if any does. */
async function askForAll(
  unsigned: Unsigned[],
  keys: UrnKeys[],
  refused: Refused,
): Promise<number | undefined> {
  let retryAfterMs: number | undefined;
  for (let at = 0; at < unsigned.length; at += MOST_REQUESTS) {
    const asked = unsigned.slice(at, at + MOST_REQUESTS);
    const answers = await requestCredentials({
      requests: asked.map(({ decisionId, electorId, keyId, blinding }) => ({
        decisionId,
        electorId,
        keyId,
        blinded: blinding.blinded,
      })),
      assisted: false,
    });
    for (const [index, held] of asked.entries()) {
      const answer = answers[index];
      if (!answer) continue;
      const again =
        answer.state === "waiting"
          ? answer.retryAfterMs
          : await settle(held, answer, keys, refused);
      if (again !== undefined) retryAfterMs = Math.min(retryAfterMs ?? Infinity, again);
    }
  }
  return retryAfterMs;
}

/**
 * A signature is unblinded and kept; a refused credential is of no use and is forgotten. One whose
 * key is gone is replaced in the next round: answers with when (ms).
 */
async function settle(
  held: Unsigned,
  answer: Exclude<CredentialAnswer, { state: "waiting" }>,
  keys: UrnKeys[],
  refused: Refused,
): Promise<number | undefined> {
  const place = heldKey(held.electorId, held.decisionId);
  if (answer.state === "refused") {
    if (answer.code === "credentials-restarted") return RESTARTED_RETRY_MS;
    refused[place] = answer.code;
    await changeHeld(({ [place]: dropped, ...rest }) =>
      dropped?.credential === held.credential
        ? rest
        : { ...rest, ...(dropped && { [place]: dropped }) },
    );
    return undefined;
  }
  const key = keys.find(({ keyId }) => keyId === held.keyId);
  if (!key) return RESTARTED_RETRY_MS;
  const { unblind } = await import("./ballot-crypto.ts");
  const issueSignature = await unblind(key, held, answer.blindSignature);
  const { batchSize } = answer;
  await changeHeld((all) => {
    const now = all[place];
    if (now?.credential !== held.credential) return all;
    // What took the blinding off is of no more use, and says which request this was.
    return { ...all, [place]: { ...now, blinding: undefined, issueSignature, batchSize } };
  });
  return undefined;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
