import { BALLOT_SHAPES } from "../ballot.ts";
import { METHODS } from "../registry.ts";
import { DECLARED_TIE_RULES } from "../tie-declared.ts";
import { BUNDLE_FORMAT } from "./bundle.ts";
import { CREDENTIAL_BYTES, ISSUE_BYTES } from "./credential.ts";
import {
  anything,
  bytes,
  count,
  either,
  hash,
  list,
  object,
  oneOf,
  record,
  text,
  that,
} from "./json-shape.ts";
import { MARK_CHANNELS } from "./urn.ts";

const base = object({ persons: count, shares: count });
const translated = record(text());
const tie = either(
  object({ kind: oneOf("lot"), seed: text() }),
  object({ kind: oneOf("casting"), order: list(text()) }),
  object({ kind: oneOf("none") }),
);

const definition = object(
  {
    decisionId: text(/^[0-9a-f-]{36}$/),
    texts: record(object({ title: text(), text: text() })),
    legalBasis: text(),
    legalChannel: text(),
    method: oneOf(...Object.keys(METHODS)),
    // Its members belong to the method; a rule that cannot be applied fails the count.
    rule: record(anything),
    ballot: object(
      { shape: oneOf(...BALLOT_SHAPES), options: list(text()) },
      { grades: count, maxChoices: count, minChoices: count, strict: oneOf(true, false) },
    ),
    mayChange: oneOf(true, false),
    electorate: base,
    present: base,
    seal: oneOf("server", "scrutineers"),
    credentialKey: bytes(),
    urnKey: bytes(CREDENTIAL_BYTES),
    ballotBytes: count,
    threshold: count,
    keepers: list(object({ personId: text(), name: text(), signingKey: bytes(CREDENTIAL_BYTES) })),
  },
  {
    labels: record(translated),
    tie,
    tieRule: oneOf(...DECLARED_TIE_RULES),
    holders: list(object({ own: oneOf(0, 1), mandates: count })),
  },
);

const entry = object({
  credential: bytes(CREDENTIAL_BYTES),
  issueSignature: bytes(ISSUE_BYTES),
  revision: that(
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) < 2 ** 32,
  ),
  sealed: bytes(),
  signature: bytes(64),
});

/** The path of the first part of a parsed bundle that has no place there, or undefined. */
export function misshapenIn(value: unknown): string | undefined {
  return BUNDLE(value, "bundle");
}

const BUNDLE = object(
  {
    format: oneOf(BUNDLE_FORMAT),
    definition,
    board: list(entry),
    ledger: object({
      entitled: count,
      present: count,
      issued: object(Object.fromEntries(MARK_CHANNELS.map((channel) => [channel, count]))),
      ballots: count,
    }),
    head: hash,
    openedHash: hash,
    report: record(anything),
    attestations: list(object({ personId: text(), signature: bytes(64) })),
  },
  { opened: list(object({ content: text(), ballots: count })), tie },
);
