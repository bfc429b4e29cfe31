import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "../../app/domain/kernel/actor.ts";
import { type BallotContent, encodeBallot, padBallot } from "../../app/domain/decisions/ballot.ts";
import { ballotMessage } from "../../app/domain/decisions/secret/ballot-message.ts";
import {
  asBytes,
  concat,
  fromBase64url,
  toBase64url,
} from "../../app/domain/decisions/secret/bytes.ts";
import type { Bytes } from "../../app/domain/decisions/secret/bytes.ts";
import { sealBallot } from "../../app/domain/decisions/secret/seal.ts";
import type {
  BallotAnswer,
  CredentialAnswer,
  CredentialsRequest,
  SealedBallot,
  UrnKeys,
} from "../../app/wire/secret-ballots.ts";
import type { Container } from "../../server/container.ts";

/** A credential as an elector's browser keeps it before it is signed. */
export type BlindCredential = {
  decisionId: string;
  keyId: string;
  keys: CryptoKeyPair;
  credential: Bytes;
  blinded: string;
  inverse: Bytes;
};

/** The same once it can vote. */
export type Credential = Pick<BlindCredential, "decisionId" | "keys" | "credential"> & {
  issueSignature: Bytes;
};

const CURVE = { name: "ECDSA", namedCurve: "P-256" };

/** A new credential, blinded as the browser does it (`@cloudflare/blindrsa-ts`). */
export async function blindCredential(urn: UrnKeys): Promise<BlindCredential> {
  const keys = await crypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
  const credential = new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey));
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const { blindedMsg, inv } = await suite.blind(await issuerKey(urn), suite.prepare(credential));
  const { decisionId, keyId } = urn;
  return {
    decisionId,
    keyId,
    keys,
    credential,
    blinded: toBase64url(blindedMsg),
    inverse: asBytes(inv),
  };
}

/** Unblinds what the server signed. */
export async function finishCredential(
  urn: UrnKeys,
  { decisionId, keys, credential, inverse }: BlindCredential,
  blindSignature: string,
): Promise<Credential> {
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const signed = decode(blindSignature);
  const issueSignature = asBytes(
    await suite.finalize(await issuerKey(urn), suite.prepare(credential), signed, inverse),
  );
  return { decisionId, keys, credential, issueSignature };
}

/** A ballot sealed for the urn and signed by its credential. */
export async function sealedBallot(
  urn: UrnKeys,
  { keys, credential, issueSignature, decisionId }: Credential,
  content: BallotContent,
  revision = 1,
): Promise<SealedBallot> {
  if (!urn.urnKey) throw new Error("the urn has no key yet");
  const padded = padBallot(encodeBallot(content), urn.ballotBytes);
  const sealed = await sealBallot(decode(urn.urnKey), decisionId, credential, padded);
  return {
    credential: toBase64url(credential),
    issueSignature: toBase64url(issueSignature),
    revision,
    sealed: toBase64url(sealed),
    signature: await sign(keys, ballotMessage(decisionId, revision, sealed)),
  };
}

async function sign({ privateKey }: CryptoKeyPair, message: Bytes): Promise<string> {
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  return toBase64url(new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, message)));
}

/** How the two acts reach the server: over HTTP, or straight into the use-cases. */
export type BallotBox = {
  keys: (assemblyId: string) => Promise<UrnKeys[]>;
  issue: (request: CredentialsRequest) => Promise<CredentialAnswer[]>;
  cast: (decisionId: string, ballot: SealedBallot) => Promise<BallotAnswer>;
};

/**
 * The real routes. The first act carries this cookie, the second carries none. A request that takes
 * longer than `timeoutMs` is given up, as the browser does.
 */
export function httpBallotBox(url: string, cookie: string, timeoutMs = 15_000): BallotBox {
  const post = async (path: string, body: unknown, headers: Record<string, string>) => {
    const response = await fetch(`${url}/ballot-box/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: url, ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return (await response.json()) as unknown;
  };
  return {
    keys: async (assemblyId) =>
      (await (await fetch(`${url}/ballot-box/${assemblyId}/keys`)).json()) as UrnKeys[],
    issue: async (request) => {
      const answer = await post("credentials", request, { Cookie: cookie });
      if (!Array.isArray(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
      return answer as CredentialAnswer[];
    },
    cast: async (decisionId, ballot) => (await post(decisionId, ballot, {})) as BallotAnswer,
  };
}

/** Straight into the use-cases, as this person. */
export function directBallotBox({ api }: Container, actor: Actor): BallotBox {
  const { ballotBox } = api.decisions;
  return {
    keys: ballotBox.keys,
    issue: async (request) => {
      const issued = await ballotBox.issue(actor, request);
      if (!issued.ok) throw new Error(`refused: ${issued.refusal.code}`);
      return issued.value;
    },
    cast: async (decisionId, ballot) => {
      const cast = await ballotBox.cast(decisionId, ballot);
      return cast.ok ? { ok: true, revision: cast.value } : { ok: false, code: cast.refusal.code };
    },
  };
}

/** Takes a credential for somebody; a refusal fails the test, waiting is waited out. */
export async function takeCredential(
  box: BallotBox,
  urn: UrnKeys,
  electorId: string,
  assisted = false,
): Promise<Credential> {
  const blind = await blindCredential(urn);
  for (;;) {
    const [answer] = await box.issue({
      requests: [
        { decisionId: urn.decisionId, electorId, keyId: urn.keyId, blinded: blind.blinded },
      ],
      assisted,
    });
    if (answer?.state === "signed") return finishCredential(urn, blind, answer.blindSignature);
    if (answer?.state !== "waiting") throw new Error(`no credential: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, answer.retryAfterMs));
  }
}

/** Both acts, one after the other; a refusal fails the test. */
export async function voteInSecret(
  box: BallotBox,
  urn: UrnKeys,
  electorId: string,
  content: BallotContent,
): Promise<{ credential: Credential; ballot: SealedBallot }> {
  const credential = await takeCredential(box, urn, electorId);
  const ballot = await sealedBallot(urn, credential, content);
  const answer = await box.cast(urn.decisionId, ballot);
  if (!answer.ok) throw new Error(`the ballot was refused: ${answer.code}`);
  return { credential, ballot };
}

/** Bytes that look like a blinded credential and cost nothing to make; for rates and races. */
export function anyBlinded(): string {
  const bytes = randomBytes(256);
  // Below any modulus of 2,048 bits.
  bytes[0] = 0;
  return bytes.toString("base64url");
}

/** The receipt's full hash, as the board shows it. */
export function fingerprintOf({ credential, sealed }: SealedBallot): string {
  return createHash("sha256")
    .update(concat(decode(credential), decode(sealed)))
    .digest("hex");
}

function issuerKey({ credentialKey }: UrnKeys): Promise<CryptoKey> {
  const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
  return crypto.subtle.importKey("spki", decode(credentialKey), algorithm, true, ["verify"]);
}

function decode(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (!bytes) throw new Error("not base64url");
  return bytes;
}
