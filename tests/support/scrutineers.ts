import { randomUUID } from "node:crypto";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { attestationMessage } from "#domain/decisions/secret/attestation.ts";
import type { Bytes } from "#domain/decisions/secret/bytes.ts";
import { fromHex, toBase64url } from "#domain/decisions/secret/bytes.ts";
import {
  dealContext,
  generateBox,
  openingContext,
  openShare,
  sealShare,
  urnKeyOf,
} from "#domain/decisions/secret/seal.ts";
import { fingerprint, splitSecret } from "#domain/decisions/secret/shares.ts";
import { thresholdFor } from "#domain/decisions/secret/urn.ts";
import type { CommandMap, CommandType } from "#wire/commands.ts";
import type { CeremonyView, UrnView } from "#wire/urns.ts";
import type { Container } from "#server/container.ts";

/** A scrutineer with what their browser keeps. */
export type TestKeeper = {
  actor: PersonActor;
  box: { boxKey: Bytes; secret: Bytes };
  signing: CryptoKeyPair;
  /** By decision. */
  shares: Map<string, Bytes>;
};

/** Runs a command as a socket would: parsed by its schema. */
export async function act<T extends CommandType>(
  container: Container,
  actor: PersonActor,
  type: T,
  payload: CommandMap[T]["payload"],
): Promise<Result<unknown>> {
  const command = container.commands[type];
  if (!command) throw new Error(`no command ${type}`);
  return command.handle(actor, command.schema.parse(payload), randomUUID());
}

export async function viewOf(
  container: Container,
  actor: PersonActor,
  slug: string,
): Promise<CeremonyView> {
  const view = await container.api.decisions.urns.ceremony(actor, slug);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
}

export function urnIn(view: CeremonyView, decisionId: string): UrnView {
  const urn = view.urns.find((one) => one.decisionId === decisionId);
  if (!urn) throw new Error(`no urn of ${decisionId}`);
  return urn;
}

export async function newKeeper(actor: PersonActor): Promise<TestKeeper> {
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const signing = await crypto.subtle.generateKey(curve, true, ["sign", "verify"]);
  return { actor, box: await generateBox(), signing, shares: new Map() };
}

export async function join(
  container: Container,
  assemblyId: string,
  { actor, box, signing }: TestKeeper,
): Promise<Result<unknown>> {
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", signing.publicKey));
  return act(container, actor, "urn.join", {
    assemblyId,
    boxKey: toBase64url(box.boxKey),
    signingKey: toBase64url(point),
  });
}

export type Dealt = CommandMap["urn.deal"]["payload"];

/** What a dealer's browser sends for these keepers. */
export async function dealt(
  assemblyId: string,
  decisionIds: readonly string[],
  keepers: readonly TestKeeper[],
): Promise<Dealt> {
  const urns = decisionIds.map(async (decisionId) => {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const shares = await splitSecret(secret, keepers.length, thresholdFor(keepers.length));
    const sealed = keepers.map(async ({ actor: { personId }, box }, at) => {
      const share = shares[at] ?? new Uint8Array();
      const context = dealContext(decisionId, personId);
      return {
        personId,
        sealed: toBase64url(await sealShare(box.boxKey, context, share)),
        fingerprint: toBase64url(await fingerprint(share)),
      };
    });
    return {
      decisionId,
      urnKey: toBase64url(await urnKeyOf(secret)),
      shares: await Promise.all(sealed),
    };
  });
  return { assemblyId, urns: await Promise.all(urns) };
}

/** Unseals what was dealt to this keeper, and confirms it. */
export async function takeAndConfirm(
  container: Container,
  slug: string,
  { actor, box, shares }: TestKeeper,
): Promise<Result<unknown>> {
  const view = await viewOf(container, actor, slug);
  const decisionIds: string[] = [];
  for (const { decisionId, mySealedShare } of view.urns) {
    if (!mySealedShare) continue;
    const sealed = Buffer.from(mySealedShare, "base64url");
    const share = await openShare(box.secret, dealContext(decisionId, actor.personId), sealed);
    if (!share) throw new Error("a share did not open");
    shares.set(decisionId, share);
    decisionIds.push(decisionId);
  }
  return act(container, actor, "urn.confirm", { assemblyId: view.assembly.id, decisionIds });
}

/** The whole ceremony for these votes; the urns are ready after. */
export async function holdCeremony(
  container: Container,
  assembly: { id: string; slug: string },
  decisionIds: readonly string[],
  actors: readonly PersonActor[],
): Promise<TestKeeper[]> {
  const keepers = await Promise.all(actors.map(newKeeper));
  for (const keeper of keepers) await join(container, assembly.id, keeper);
  const [dealer] = keepers;
  if (!dealer) throw new Error("nobody to deal");
  const shares = await dealt(assembly.id, decisionIds, keepers);
  await act(container, dealer.actor, "urn.deal", shares);
  for (const keeper of keepers) await takeAndConfirm(container, assembly.slug, keeper);
  return keepers;
}

/** Gives this keeper's share to the process that opens now. */
export async function give(
  container: Container,
  slug: string,
  { actor, shares }: TestKeeper,
  decisionId: string,
): Promise<Result<unknown>> {
  const { opening } = urnIn(await viewOf(container, actor, slug), decisionId);
  const share = shares.get(decisionId);
  if (!opening || !share) throw new Error("nothing to give, or nobody to give it to");
  const { opener, openerKey } = opening;
  const key = Buffer.from(openerKey, "base64url");
  const sealed = await sealShare(key, openingContext(decisionId, opener), share);
  return act(container, actor, "urn.give-share", {
    decisionId,
    opener,
    sealed: toBase64url(sealed),
  });
}

/** Signs what the page says was opened. */
export async function attest(
  container: Container,
  slug: string,
  { actor, signing }: TestKeeper,
  decisionId: string,
): Promise<Result<unknown>> {
  const { boardHead = "", opened } = urnIn(await viewOf(container, actor, slug), decisionId);
  const [head, openedHash, report] = [boardHead, opened?.openedHash, opened?.reportHash].map(
    (hash) => fromHex(hash ?? "") ?? new Uint8Array(),
  ) as [Bytes, Bytes, Bytes];
  const signature = await crypto.subtle.sign(
    { name: "ECDSA", hash: "SHA-256" },
    signing.privateKey,
    attestationMessage(head, openedHash, report),
  );
  return act(container, actor, "urn.attest", {
    decisionId,
    signature: toBase64url(new Uint8Array(signature)),
  });
}
