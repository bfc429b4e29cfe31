import { createHash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CredentialAnswer, CredentialsRequest } from "#wire/secret-ballots.ts";
import { createBatchers } from "../../../platform/batchers.ts";
import { inTransaction } from "../../../platform/database.ts";
import { persistently } from "../../../platform/persistently.ts";
import type { Platform } from "../../../platform/platform.ts";
import { issueBatch, type IssueRequest, type IssuedBatch } from "./issue-batch.ts";
import type { UrnSecrets } from "./urn-secrets.ts";

const MAX_BATCH = 200;
const LANES = 2;
/** A latecomer's browser looks again after this, and a chance more so that not all come at once. */
const RETRY_MS = 2_000;
const RETRY_SPREAD_MS = 2_000;

export type IssueCredentials = (
  actor: Actor,
  request: CredentialsRequest,
) => Promise<Result<CredentialAnswer[]>>;

/**
 * Signs blinded credentials for electors, once each: the mark on the roll commits first. A request
 * that comes again, after whatever crash, gets the same signature; a different one for the same
 * elector is refused.
 */
export function createIssueCredentials(platform: Platform, secrets: UrnSecrets): IssueCredentials {
  const batcherOf = createBatchers<IssueRequest, CredentialAnswer>((decisionId) => ({
    maxSize: MAX_BATCH,
    lanes: LANES,
    conflictKey: (request) => request.electorId,
    write: async (requests) => {
      const issued = await persistently(() =>
        inTransaction(platform.pool, (client) =>
          issueBatch(client, secrets, decisionId, requests, platform.clock.now()),
        ),
      );
      return signAll(platform, requests, issued);
    },
  }));

  return async (actor, { requests, assisted }) => {
    if (actor.kind !== "person") return refuse("not-signed-in");
    const answers = requests.map(({ decisionId, electorId, keyId, blinded: text }) => {
      const blinded = Buffer.from(text, "base64url");
      const requestHash = createHash("sha256").update(blinded).digest();
      return batcherOf(decisionId).add({ actor, electorId, assisted, keyId, blinded, requestHash });
    });
    return ok(await Promise.all(answers));
  };
}

/** A signature takes a millisecond or two: other work has its turn between them. */
async function signAll(
  { random }: Platform,
  requests: readonly IssueRequest[],
  { signer, verdicts }: IssuedBatch,
): Promise<CredentialAnswer[]> {
  const answers: CredentialAnswer[] = [];
  for (const [index, { blinded }] of requests.entries()) {
    const verdict = verdicts[index] ?? { state: "refused", code: "bad-input" };
    if (verdict.state === "marked" && signer) {
      const blindSignature = signer.sign(blinded).toString("base64url");
      answers.push({ state: "signed", blindSignature, batchSize: verdict.batchSize });
      await turn();
    } else if (verdict.state === "waiting") {
      const retryAfterMs = RETRY_MS + random.below(RETRY_SPREAD_MS);
      answers.push({ state: "waiting", retryAfterMs });
    } else if (verdict.state === "refused") answers.push(verdict);
  }
  return answers;
}
