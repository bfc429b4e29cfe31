import type {
  BallotAnswer,
  CredentialAnswer,
  CredentialsRequest,
  SealedBallot,
  UrnKeys,
} from "#wire/secret-ballots.ts";

/** The ballot box did not answer, or not so that one could go on: ask again later. */
export class BallotBoxAway extends Error {}

/** The keys of an assembly's secret decisions; public. */
export async function fetchKeys(assemblyId: string): Promise<UrnKeys[]> {
  const init: RequestInit = { cache: "no-store", credentials: "omit" };
  return listOf<UrnKeys>(await ask(`/ballot-box/${assemblyId}/keys`, init));
}

/** Asks, signed in, for blinded credentials to be signed; answers in the order of the requests. */
export async function requestCredentials(request: CredentialsRequest): Promise<CredentialAnswer[]> {
  return listOf<CredentialAnswer>(await ask("/ballot-box/credentials", post(request)));
}

/** Drops a sealed ballot into the box as nobody: without cookie, without session, without referrer. */
export async function dropBallot(decisionId: string, ballot: SealedBallot): Promise<BallotAnswer> {
  const answer = await ask(`/ballot-box/${decisionId}`, {
    ...post(ballot),
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  if (typeof (answer as BallotAnswer | undefined)?.ok !== "boolean") throw new BallotBoxAway();
  return answer as BallotAnswer;
}

/** What was asked for; a refusal of the whole request is passed on, unless waiting may mend it. */
function listOf<T>(answer: unknown): T[] {
  if (Array.isArray(answer)) return answer as T[];
  const { code } = (answer ?? {}) as { code?: string };
  throw code === undefined || code === "too-many-requests" ? new BallotBoxAway() : new Error(code);
}

function post(body: unknown): RequestInit {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
}

const TIMEOUT_MS = 15_000;

/** Refusals come as JSON too, whatever their status; a server that is away has none. */
async function ask(path: string, init: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return await response.json();
  } catch (error) {
    throw new BallotBoxAway("the ballot box is away", { cause: error });
  }
}
