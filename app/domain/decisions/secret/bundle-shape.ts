import { BALLOT_SHAPES } from "../ballot.ts";
import { METHODS } from "../registry.ts";
import { DECLARED_TIE_RULES } from "../tie-declared.ts";
import { BUNDLE_FORMAT } from "./bundle.ts";
import { fromBase64url } from "./bytes.ts";
import { CREDENTIAL_BYTES, ISSUE_BYTES } from "./credential.ts";
import { MARK_CHANNELS } from "./urn.ts";

/** The path of the first part that is not what it should be, or undefined. */
type Shape = (value: unknown, path: string) => string | undefined;

const anything: Shape = () => undefined;

const that =
  (holds: (value: unknown) => boolean): Shape =>
  (value, path) =>
    holds(value) ? undefined : path;

const text = (pattern = /^/) => that((value) => typeof value === "string" && pattern.test(value));

const count = that((value) => Number.isSafeInteger(value) && Number(value) >= 0);

const oneOf = (...values: readonly unknown[]) => that((value) => values.includes(value));

/** base64url, of so many bytes where a length is given. */
const bytes = (length?: number) =>
  that((value) => {
    const read = typeof value === "string" ? fromBase64url(value) : undefined;
    return read !== undefined && (length === undefined || read.length === length);
  });

const hash = text(/^[0-9a-f]{64}$/);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Exactly these members, and those of `optional` that are there. */
const object =
  (members: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape =>
  (value, path) => {
    if (!isObject(value)) return path;
    const unknown = Object.keys(value).find(
      (name) => !Object.hasOwn(members, name) && !Object.hasOwn(optional, name),
    );
    if (unknown !== undefined) return `${path}.${unknown}`;
    return firstOf([
      ...Object.entries(members).map(([name, shape]) => shape(value[name], `${path}.${name}`)),
      ...Object.entries(optional)
        .filter(([name]) => Object.hasOwn(value, name))
        .map(([name, shape]) => shape(value[name], `${path}.${name}`)),
    ]);
  };

const list =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? firstOf(value.map((member: unknown, at) => shape(member, `${path}[${at}]`)))
      : path;

const record =
  (shape: Shape): Shape =>
  (value, path) =>
    isObject(value)
      ? firstOf(Object.entries(value).map(([name, member]) => shape(member, `${path}.${name}`)))
      : path;

const firstOf = (found: (string | undefined)[]) => found.find((path) => path !== undefined);

const base = object({ persons: count, shares: count });
const translated = record(text());

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
      { grades: count, maxChoices: count, strict: oneOf(true, false) },
    ),
    labels: record(translated),
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
  { tie: record(anything), tieRule: oneOf(...DECLARED_TIE_RULES) },
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
  { opened: list(object({ content: text(), ballots: count })), tie: record(anything) },
);
