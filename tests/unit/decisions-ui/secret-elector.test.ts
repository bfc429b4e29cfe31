import { constants, generateKeyPairSync, type KeyObject, privateDecrypt } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { unpadBallot } from "#domain/decisions/ballot.ts";
import { fromBase64url, toBase64url } from "#domain/decisions/secret/bytes.ts";
import { verifyBallot, verifyIssue } from "#domain/decisions/secret/credential.ts";
import { createUrnOpener } from "#domain/decisions/secret/seal.ts";
import type { CredentialAnswer, SealedBallot, UrnKeys } from "#wire/secret-ballots.ts";
import { castSealed, sendHeld } from "#app/features/decisions/secret/cast-sealed.ts";
import { heldBallots, heldKey } from "#app/features/decisions/secret/held-ballots.ts";
import {
  keepMoved,
  readMoveCode,
  writeMoveCode,
} from "#app/features/decisions/secret/move-code.ts";
import { takeCredentials } from "#app/features/decisions/secret/take-credentials.ts";

const PLACE = { assemblyId: "assembly", decisionId: "decision", electorId: "elector" };
const KEY = heldKey(PLACE.electorId, PLACE.decisionId);
const FOR = { kind: "choice", option: "for" } as const;

type Issuer = { keyId: string; privateKey: KeyObject; credentialKey: Buffer };

function newIssuer(keyId: string): Issuer {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { keyId, privateKey, credentialKey: publicKey.export({ type: "spki", format: "der" }) };
}

const FIRST = newIssuer("0000000000000001");
const SECOND = newIssuer("0000000000000002");
let issuer = FIRST;
const urnSecret = crypto.getRandomValues(new Uint8Array(32));

/** A ballot box that may be away, slow to give credentials, or hold a newer ballot. */
const box = {
  asked: [] as string[],
  dropped: [] as SealedBallot[],
  cookies: [] as (string | undefined)[],
  keys: async (): Promise<UrnKeys[]> => {
    const { urnKey } = await createUrnOpener(urnSecret, PLACE.decisionId);
    const { decisionId } = PLACE;
    return [
      {
        decisionId,
        credentialKey: toBase64url(issuer.credentialKey),
        keyId: issuer.keyId,
        urnKey: toBase64url(urnKey),
        ballotBytes: 64,
        seal: "server",
      },
    ];
  },
  sign: (blinded: string): CredentialAnswer => {
    const raw = { key: issuer.privateKey, padding: constants.RSA_NO_PADDING };
    const signed = privateDecrypt(raw, Buffer.from(blinded, "base64url"));
    return { state: "signed", blindSignature: toBase64url(signed), batchSize: 0 };
  },
  answer: ({ revision }: SealedBallot): unknown => ({ ok: true, revision }),
};

function stored(): Record<string, string> {
  return JSON.parse(localStorage.getItem("palabre.credentials") ?? "{}") as Record<string, string>;
}

async function answerFetch(
  path: string,
  init: { body: string; credentials?: string },
): Promise<Response> {
  if (path.endsWith("/keys")) return Response.json(await box.keys());
  const body = JSON.parse(init.body) as SealedBallot & { requests: { blinded: string }[] };
  if (path === "/ballot-box/credentials") {
    // A browser that dies now must have kept what it asked for.
    expect(stored()[KEY]).toMatchObject({ blinding: { blinded: body.requests[0]?.blinded } });
    box.asked.push(...body.requests.map(({ blinded }) => blinded));
    return Response.json(body.requests.map(({ blinded }) => box.sign(blinded)));
  }
  expect(stored()[KEY]).toMatchObject({ sending: { sealed: body.sealed } });
  box.dropped.push(body);
  box.cookies.push(init.credentials);
  return Response.json(box.answer(body));
}

const take = (tell = vi.fn()) =>
  takeCredentials({
    assemblyId: PLACE.assemblyId,
    electorIds: [PLACE.electorId],
    signal: new AbortController().signal,
    tell,
  });

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal("navigator", {
    locks: { request: (_name: string, work: () => unknown) => work() },
  });
  vi.stubGlobal("fetch", vi.fn(answerFetch));
  issuer = FIRST;
  box.asked = [];
  box.dropped = [];
  box.cookies = [];
});
afterEach(() => vi.unstubAllGlobals());

describe("a secret ballot in the elector's browser", () => {
  const { sign, answer } = box;
  afterEach(() => Object.assign(box, { sign, answer }));

  it("asks again with the very same credential until it is signed", async () => {
    box.sign = () => ({ state: "waiting", retryAfterMs: 1 });
    const waiting = take(vi.fn(() => (box.sign = sign)));
    await waiting;
    expect(new Set(box.asked).size).toBe(1);
    expect(box.asked).toHaveLength(2);
    const held = heldBallots()[KEY];
    const signature = bytes(held?.issueSignature);
    expect(await verifyIssue(FIRST.credentialKey, bytes(held?.credential), signature)).toBe(true);
    expect(held?.blinding).toBeUndefined();
  });

  it("forgets a credential that is refused, and says why", async () => {
    box.sign = () => ({ state: "refused", code: "already-issued" });
    const tell = vi.fn();
    await take(tell);
    expect(heldBallots()).toEqual({});
    expect(tell).toHaveBeenCalledWith({ refused: { [KEY]: "already-issued" }, away: false });
  });

  it("takes a new one by itself where credentials have started again", async () => {
    await take();
    const lost = heldBallots()[KEY]?.credential;
    issuer = SECOND;
    await take();
    const held = heldBallots()[KEY];
    expect(held?.credential).not.toBe(lost);
    const signature = bytes(held?.issueSignature);
    expect(await verifyIssue(SECOND.credentialKey, bytes(held?.credential), signature)).toBe(true);
  });

  it("and when they start again between the keys and the request", async () => {
    box.sign = () => {
      [issuer, box.sign] = [SECOND, sign];
      return { state: "refused", code: "credentials-restarted" };
    };
    await take();
    expect(new Set(box.asked).size).toBe(2);
    const held = heldBallots()[KEY];
    const signature = bytes(held?.issueSignature);
    expect(await verifyIssue(SECOND.credentialKey, bytes(held?.credential), signature)).toBe(true);
  });

  it("keeps the newer one of two tabs, whose keys ever were older", async () => {
    await take();
    issuer = SECOND;
    await take();
    const newer = heldBallots()[KEY];
    const { keys } = box;
    issuer = FIRST;
    const old = await keys();
    issuer = SECOND;
    // This tab had read the keys before they were replaced.
    box.keys = () => ((box.keys = keys), Promise.resolve(old));
    await take();
    expect(heldBallots()[KEY]).toEqual(newer);
  });

  it("keeps what it has cast, whatever key the server names later", async () => {
    await take();
    await castSealed(PLACE, FOR);
    const cast = heldBallots()[KEY];
    issuer = SECOND;
    await take();
    expect(heldBallots()[KEY]).toEqual(cast);
  });

  it("seals what was chosen, signs it, and drops it as nobody", async () => {
    await take();
    expect(await castSealed(PLACE, FOR)).toEqual({ state: "cast" });
    const [ballot] = box.dropped;
    if (!ballot) throw new Error("nothing was dropped");
    const credential = bytes(ballot.credential);
    const sealed = bytes(ballot.sealed);
    const signature = bytes(ballot.signature);
    const opener = await createUrnOpener(urnSecret, PLACE.decisionId);
    const padded = await opener.open(credential, sealed);
    expect(unpadBallot(padded ?? new Uint8Array())).toBe('{"kind":"choice","option":"for"}');
    const signed = { credential, revision: 1, sealed, signature };
    expect(await verifyBallot(PLACE.decisionId, signed)).toBe(true);
    expect(box.cookies).toEqual(["omit"]);
    expect(JSON.stringify(stored())).not.toContain('"option"');
  });

  it("sends the same bytes after a lost answer", async () => {
    await take();
    box.answer = () => "a gateway's page";
    await expect(castSealed(PLACE, FOR)).rejects.toThrow();
    box.answer = answer;
    expect(await sendHeld(KEY)).toEqual({ state: "cast" });
    expect(box.dropped[1]).toEqual(box.dropped[0]);
    expect(heldBallots()[KEY]).toMatchObject({ cast: { revision: 1 } });
    expect(heldBallots()[KEY]?.sending).toBeUndefined();
  });

  it("goes past what another device cast with the same credential", async () => {
    await take();
    box.answer = ({ revision }) =>
      revision < 3 ? { ok: false, code: "stale-revision" } : { ok: true, revision };
    expect(await castSealed(PLACE, FOR)).toEqual({ state: "cast" });
    expect(box.dropped.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  });

  it("keeps the receipt of what counts when a change comes too late", async () => {
    await take();
    await castSealed(PLACE, FOR);
    const receipt = heldBallots()[KEY]?.cast?.receipt;
    box.answer = () => ({ ok: false, code: "vote-closed" });
    const changed = await castSealed(PLACE, { kind: "choice", option: "against" });
    expect(changed).toEqual({ state: "late" });
    expect(heldBallots()[KEY]?.cast?.receipt).toEqual(receipt);
    expect(heldBallots()[KEY]?.late?.receipt).not.toEqual(receipt);
  });

  it("moves to another device whole or not at all", async () => {
    await take();
    const held = Object.values(heldBallots());
    const code = writeMoveCode(held);
    expect(readMoveCode(code.slice(0, -9))).toBeUndefined();
    expect(readMoveCode("bonjour")).toBeUndefined();
    localStorage.setItem("palabre.credentials", "{}");
    await keepMoved(readMoveCode(` ${code}\n`) ?? []);
    expect(Object.values(heldBallots())).toEqual(held);
  });
});

function bytes(text: string | undefined): Uint8Array {
  return fromBase64url(text ?? "") ?? new Uint8Array();
}
