import { constants, generateKeyPairSync, sign } from "node:crypto";
import type { BallotContent } from "#domain/decisions/ballot.ts";
import { ballotBytes, encodeBallot, padBallot } from "#domain/decisions/ballot.ts";
import { attestationMessage } from "#domain/decisions/secret/attestation.ts";
import { ballotMessage } from "#domain/decisions/secret/ballot-message.ts";
import {
  type BoardDefinition,
  type BoardEntry,
  chainBoard,
} from "#domain/decisions/secret/board.ts";
import { type Bundle, writeBundle } from "#domain/decisions/secret/bundle.ts";
import { compareBytes, toBase64url, toHex } from "#domain/decisions/secret/bytes.ts";
import {
  aggregate,
  mayPublishOpened,
  openedContent,
  openedHash,
  reportHash,
  tallyOpened,
} from "#domain/decisions/secret/opened.ts";
import { createUrnOpener, sealBallot, urnKeyOf } from "#domain/decisions/secret/seal.ts";
import type { Seal } from "#domain/decisions/secret/urn.ts";

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const SIGNING = { name: "ECDSA", hash: "SHA-256" };

/** The ballots that a vote is made of, in the order in which they are cast. */
export type Votes = {
  contents: BallotContent[];
  seal?: Exclude<Seal, "none">;
  keepers?: number;
  /** Another method than a resolution by simple majority. */
  method?: Pick<BoardDefinition, "method" | "rule" | "ballot">;
  /** What options are called; null leaves the member out of the bundle. */
  labels?: BoardDefinition["labels"] | null;
  /** Who took ballots by mandate. */
  holders?: BoardDefinition["holders"];
};

/** A whole secret vote in memory, from keys to attestations, and its bundle as text. */
export async function holdSecretVote({
  contents,
  seal = "scrutineers",
  keepers = 3,
  method = RESOLUTION,
  labels = {},
  holders,
}: Votes): Promise<{ bundle: Bundle; text: string }> {
  const issuer = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const signers = await Promise.all(
    Array.from({ length: seal === "scrutineers" ? keepers : 0 }, () => makeSigner()),
  );
  const definition = defineVote({
    ...method,
    ...(labels ? { labels } : {}),
    ...(holders ? { holders } : {}),
    seal,
    credentialKey: toBase64url(issuer.publicKey.export({ type: "spki", format: "der" })),
    urnKey: toBase64url(await urnKeyOf(secret)),
    voters: contents.length,
    threshold: seal === "scrutineers" ? Math.floor(keepers / 2) + 1 : 0,
    keepers: signers.map(({ point }, at) => ({
      personId: keeperId(at),
      name: `Keeper ${at + 1}`,
      signingKey: toBase64url(point),
    })),
  });
  const issue = (credential: Uint8Array) =>
    sign("sha384", credential, {
      key: issuer.privateKey,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 48,
    });
  const board = await Promise.all(contents.map((content) => castOn(definition, issue, content)));
  board.sort((a, b) => compareBytes(a.credential, b.credential));
  const bundle = await closeVote(definition, board, secret);
  const message = attestationMessage(
    Buffer.from(bundle.head, "hex"),
    Buffer.from(bundle.openedHash, "hex"),
    await reportHash(bundle.report),
  );
  for (const [at, { key }] of signers.entries()) {
    const signature = await crypto.subtle.sign(SIGNING, key, message);
    bundle.attestations.push({
      personId: keeperId(at),
      signature: toBase64url(new Uint8Array(signature)),
    });
  }
  return { bundle, text: await textOf(bundle, board) };
}

/** The canonical text of a bundle, with another board where one is given. */
export async function textOf(bundle: Bundle, board: BoardEntry[]): Promise<string> {
  const { definition, ledger, head, opened, openedHash: hash, report, attestations } = bundle;
  const said = { definition, ledger, head, openedHash: hash, report, attestations };
  let text = "";
  for await (const piece of writeBundle({ ...said, ...(opened ? { opened } : {}) }, board))
    text += piece;
  return text;
}

const keeperId = (at: number) => `00000000-0000-4000-8000-00000000000${at + 1}`;

async function makeSigner() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, true, [
    "sign",
    "verify",
  ]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
  return { key: privateKey, point };
}

const RESOLUTION: NonNullable<Votes["method"]> = {
  method: "resolution",
  rule: { majority: "simple", secondMeeting: false, abstainInBase: false },
  ballot: { shape: "choice", options: ["for", "against", "abstain"] },
};

type Made = Pick<
  BoardDefinition,
  | "method"
  | "rule"
  | "ballot"
  | "holders"
  | "labels"
  | "seal"
  | "credentialKey"
  | "urnKey"
  | "threshold"
  | "keepers"
>;

function defineVote({ voters, ...made }: Made & { voters: number }): BoardDefinition {
  return {
    decisionId: "0190a000-0000-7000-8000-000000000001",
    texts: { fr: { title: "Élire le bureau", text: "Qui siégera ?" } },
    legalBasis: "CSA 6:85",
    legalChannel: "live_remote",
    mayChange: true,
    electorate: { persons: voters + 4, shares: 3 * voters + 9 },
    present: { persons: voters + 1, shares: 3 * voters + 2 },
    ballotBytes: ballotBytes(made.ballot),
    ...made,
  };
}

async function castOn(
  { decisionId, urnKey, ballotBytes: bytes }: BoardDefinition,
  issue: (credential: Uint8Array) => Uint8Array,
  content: BallotContent,
): Promise<BoardEntry> {
  const { key, point: credential } = await makeSigner();
  const padded = padBallot(encodeBallot(content), bytes);
  const sealed = await sealBallot(Buffer.from(urnKey, "base64url"), decisionId, credential, padded);
  const signature = await crypto.subtle.sign(SIGNING, key, ballotMessage(decisionId, 1, sealed));
  return {
    credential,
    issueSignature: issue(credential),
    revision: 1,
    sealed,
    signature: new Uint8Array(signature),
  };
}

async function closeVote(
  definition: BoardDefinition,
  board: BoardEntry[],
  secret: Uint8Array,
): Promise<Bundle> {
  const ledger = {
    entitled: definition.electorate.persons,
    present: definition.present.persons,
    issued: { online: board.length, assisted: 1, paper: 0, no_script: 0 },
    ballots: board.length,
  };
  const { head } = await chainBoard(definition, board, ledger);
  const opener = await createUrnOpener(secret, definition.decisionId);
  const opened = aggregate(
    await Promise.all(
      board.map(async ({ credential, sealed }) =>
        openedContent(await opener.open(credential, sealed), definition.ballot),
      ),
    ),
  );
  const report = tallyOpened(definition, opened);
  return {
    format: "palabre/ballots/1",
    definition,
    board: [],
    ledger,
    head: toHex(head),
    ...(mayPublishOpened(definition.ballot.shape, board.length) ? { opened } : {}),
    openedHash: toHex(await openedHash(opened)),
    report,
    attestations: [],
  };
}
