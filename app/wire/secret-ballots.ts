import { z } from "zod";

const id = z.uuid();

/** Bytes as base64url without padding, in its one canonical spelling. */
const bytes = (least: number, most = least) =>
  z
    .string()
    .max(Math.ceil((most * 4) / 3))
    .regex(/^[\w-]+$/)
    .refine((text) => {
      const decoded = Buffer.from(text, "base64url");
      return (
        decoded.length >= least && decoded.length <= most && decoded.toString("base64url") === text
      );
    });

/** A raw P-256 point, and a signature of ECDSA P-256 in IEEE P1363 form. */
const point = bytes(65);
const signature = bytes(64);
/** A number modulo the 2,048 bits of a credential key. */
const rsaNumber = bytes(256);

/** Names a credential key: the first eight bytes of its SHA-256, in hexadecimal. */
const keyId = z.string().regex(/^[0-9a-f]{16}$/);

/** POST `/ballot-box/credentials`, signed in: blinded credentials for electors one may vote for. */
export const CREDENTIALS_REQUEST = z.strictObject({
  requests: z
    .array(z.strictObject({ decisionId: id, electorId: id, keyId, blinded: rsaNumber }))
    .min(1)
    .max(40),
  /** A helper at the desk, for somebody who asked. */
  assisted: z.boolean().default(false),
});
export type CredentialsRequest = z.infer<typeof CREDENTIALS_REQUEST>;

/** What became of one blinded credential, in the order of the requests. */
export type CredentialAnswer =
  | {
      state: "signed";
      blindSignature: string;
      /** How many received theirs at the same moment; 0 stands for "before the first vote". */
      batchSize: number;
    }
  /** A latecomer waits for others: ask again with the same blinded credential. */
  | { state: "waiting"; retryAfterMs: number }
  | { state: "refused"; code: string };

/** POST `/ballot-box/:decisionId`, without cookie and without session. */
export const SEALED_BALLOT = z.strictObject({
  credential: point,
  issueSignature: rsaNumber,
  revision: z.int().min(1).max(1_000),
  /** HPKE: the encapsulated key, then the ciphertext of the padded ballot. */
  sealed: bytes(65 + 16 + 1, 8_192),
  signature,
});
export type SealedBallot = z.infer<typeof SEALED_BALLOT>;

/** The answer after COMMIT; a refusal is `{ok: false, code}`. */
export type BallotAnswer = { ok: true; revision: number } | { ok: false; code: string };

/** The acts of scrutineers and of the chair on the urns of an assembly. */
export const URN_ACTS = {
  /** A scrutineer's browser brings its keys and takes part. */
  "urn.join": z.strictObject({ assemblyId: id, boxKey: point, signingKey: point }),
  /** The dealer's browser brings the urns' keys and a sealed share for each keeper. */
  "urn.deal": z.strictObject({
    assemblyId: id,
    urns: z
      .array(
        z.strictObject({
          decisionId: id,
          urnKey: point,
          shares: z
            .array(z.strictObject({ personId: id, sealed: bytes(82, 400), fingerprint: bytes(32) }))
            .min(2)
            .max(9),
        }),
      )
      .min(1)
      .max(40),
  }),
  /** "I hold my shares and I have printed them." */
  "urn.confirm": z.strictObject({ assemblyId: id, decisionIds: z.array(id).min(1).max(40) }),
  /** Before any credential is issued for them: the ceremony begins again. */
  "urn.restart": z.strictObject({ assemblyId: id, reason: z.string().trim().min(3).max(500) }),
  /** Before any secret vote opens: everybody's browser takes new ballots. */
  "credentials.restart": z.strictObject({
    assemblyId: id,
    reason: z.string().trim().min(3).max(500),
  }),
  /** The chair: the urn may be opened. */
  "urn.ask-opening": z.strictObject({ decisionId: id }),
  /** A scrutineer's share, sealed for the process that opens. */
  "urn.give-share": z.strictObject({ decisionId: id, opener: id, sealed: bytes(82, 400) }),
  "urn.attest": z.strictObject({ decisionId: id, signature }),
} as const;

/** What somebody must know to seal a ballot; public. */
export type UrnKeys = {
  decisionId: string;
  /** SPKI, DER. */
  credentialKey: string;
  /** Another one once the credentials of the assembly have started again. */
  keyId: string;
  /** Missing until the ceremony is done. */
  urnKey?: string;
  /** Every ballot is padded to this length before it is sealed. */
  ballotBytes: number;
  seal: "server" | "scrutineers";
};

/** What was found where the board of a closed urn is not the one whose head was shown. */
export type AlteredBoard = {
  /** ISO instant. */
  foundAt: string;
  /** Ballots that are there now; the board's size says how many there were. */
  ballots: number;
  /** Those of them that do not carry the signatures of this vote. */
  unsound: number;
  /** The head that they give now, hexadecimal. */
  head: string;
};

/** Where a secret decision's urn stands, for cards, desks and screens. */
export type UrnCard = {
  stage: "none" | "keyed" | "ready" | "sealed" | "opened";
  seal: "server" | "scrutineers";
  /** Marks on the roll so far: credentials issued and paper given. */
  issued: number;
  /** Of the credential key, once there is one. */
  keyId?: string;
  /** Needed and given shares, where scrutineers hold the key. */
  threshold?: number;
  given?: number;
  /** The chair has asked for the opening; ballots opened so far. */
  openingAsked?: boolean;
  done?: number;
  /** Once closed: the board's length and the first bytes of its head in hexadecimal. */
  boardSize?: number;
  boardHead?: string;
  /** For the bureau alone: the board was altered after the close, and the urn is not opened. */
  altered?: AlteredBoard;
  attestations?: number;
};

/** The ledger of a closed secret decision (docs/ballots.md). Persons, then ballots. */
export type Ledger = {
  entitled: number;
  present: number;
  issued: { online: number; assisted: number; paper: number; no_script: number };
  ballots: number;
};
