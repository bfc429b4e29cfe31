/** What a ballot asks for; the counting method decides (registry.ts). */
export const BALLOT_SHAPES = ["choice", "approve", "rank", "grade", "per-option"] as const;
export type BallotShape = (typeof BALLOT_SHAPES)[number];

export const STANCES = ["for", "against", "abstain"] as const;
export type Stance = (typeof STANCES)[number];

/**
 * What one ballot says. A ballot that says nothing is blank: the other kinds name at least one
 * option. `ranks` goes from the most wanted down, equals together; options left out come last.
 */
export type BallotContent =
  | { kind: "blank" }
  | { kind: "choice"; option: string }
  | { kind: "approve"; options: string[] }
  | { kind: "rank"; ranks: string[][] }
  | { kind: "grade"; grades: Record<string, number> }
  | { kind: "per-option"; choices: Record<string, Stance> };

/** What a ballot may say: the options by id, in the decision's order. */
export type BallotDefinition = {
  shape: BallotShape;
  options: string[];
  /** How many grades there are: a grade is a whole number from 0 to one less. Shape `grade`. */
  grades?: number;
  /** The most options one may approve. Shape `approve`. */
  maxChoices?: number;
  /** The fewest options one may approve, unless the ballot is blank. Shape `approve`. */
  minChoices?: number;
  /** No two options share a rank. Shape `rank`. */
  strict?: boolean;
};

/** The one text that stands for this content: no spaces, options in the order of their ids. */
export function encodeBallot(content: BallotContent): string {
  return JSON.stringify(inOrder(content));
}

/** The content of a text, or undefined where it is not exactly what this decision lets a ballot say. */
export function decodeBallot(
  text: string,
  definition: BallotDefinition,
): BallotContent | undefined {
  const content = parseContent(text);
  if (!content || !isAllowed(content, definition)) return undefined;
  return encodeBallot(content) === text ? content : undefined;
}

/** Bytes that hold whatever this decision's ballots may say, so that none is told by its length. */
export function ballotBytes(definition: BallotDefinition): number {
  const longest = Math.max(
    ...[{ kind: "blank" } as const, longestContent(definition)].map(
      (content) => new TextEncoder().encode(encodeBallot(content)).length,
    ),
  );
  return Math.ceil((LENGTH_BYTES + longest) / STEP) * STEP;
}

/** The text's length in two bytes, the text in UTF-8, zeros. Throws where the text is too long. */
export function padBallot(text: string, bytes: number): Uint8Array<ArrayBuffer> {
  const written = new TextEncoder().encode(text);
  if (written.length > Math.min(bytes - LENGTH_BYTES, 0xffff)) {
    throw new RangeError("A ballot says more than its decision allows");
  }
  const padded = new Uint8Array(bytes);
  new DataView(padded.buffer).setUint16(0, written.length);
  padded.set(written, LENGTH_BYTES);
  return padded;
}

/** The text that was padded, or undefined where these bytes hold none. */
export function unpadBallot(bytes: Uint8Array): string | undefined {
  if (bytes.length < LENGTH_BYTES) return undefined;
  const end = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint16(0);
  if (end > bytes.length || bytes.subarray(end).some((byte) => byte !== 0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(LENGTH_BYTES, end),
    );
  } catch {
    return undefined;
  }
}

const LENGTH_BYTES = 2;
/** Padded ballots are whole multiples of this. */
const STEP = 32;

function inOrder(content: BallotContent): BallotContent {
  switch (content.kind) {
    case "blank":
      return { kind: "blank" };
    case "choice":
      return { kind: "choice", option: content.option };
    case "approve":
      return { kind: "approve", options: content.options.toSorted() };
    case "rank":
      return { kind: "rank", ranks: content.ranks.map(sortEquals) };
    case "grade":
      return { kind: "grade", grades: byKey(content.grades) };
    case "per-option":
      return { kind: "per-option", choices: byKey(content.choices) };
  }
}

/** Most ranks hold one option, and a count encodes them by the million. */
function sortEquals(equals: string[]): string[] {
  return equals.length > 1 ? equals.toSorted() : equals;
}

function byKey<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Members = Record<string, unknown>;

/** Each kind with members of the right types; nothing is said about the options yet. */
const READERS: {
  [K in BallotContent["kind"]]: (members: Members) => BallotContent | undefined;
} = {
  blank: () => ({ kind: "blank" }),
  choice: ({ option }) => (typeof option === "string" ? { kind: "choice", option } : undefined),
  approve: ({ options }) => (isStrings(options) ? { kind: "approve", options } : undefined),
  rank: ({ ranks }) =>
    Array.isArray(ranks) && ranks.every(isStrings) ? { kind: "rank", ranks } : undefined,
  grade: ({ grades }) => (isRecordOf(grades, isGrade) ? { kind: "grade", grades } : undefined),
  "per-option": ({ choices }) =>
    isRecordOf(choices, isStance) ? { kind: "per-option", choices } : undefined,
};

function parseContent(text: string): BallotContent | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || typeof value.kind !== "string") return undefined;
  if (!Object.hasOwn(READERS, value.kind)) return undefined;
  return READERS[value.kind as BallotContent["kind"]](value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRecordOf<T>(
  value: unknown,
  isMember: (member: unknown) => member is T,
): value is Record<string, T> {
  return isRecord(value) && Object.values(value).every(isMember);
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((member) => typeof member === "string");
}

function isGrade(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isStance(value: unknown): value is Stance {
  return STANCES.some((stance) => stance === value);
}

function isAllowed(content: BallotContent, definition: BallotDefinition): boolean {
  if (content.kind === "blank") return true;
  if (content.kind !== definition.shape) return false;
  const named = optionsOf(content);
  const options = new Set(definition.options);
  const known = named.every((option) => options.has(option));
  const once = new Set(named).size === named.length;
  return named.length > 0 && known && once && keepsLimits(content, definition);
}

function optionsOf(content: Exclude<BallotContent, { kind: "blank" }>): string[] {
  switch (content.kind) {
    case "choice":
      return [content.option];
    case "approve":
      return content.options;
    case "rank":
      return content.ranks.flat();
    case "grade":
      return Object.keys(content.grades);
    case "per-option":
      return Object.keys(content.choices);
  }
}

function keepsLimits(content: BallotContent, definition: BallotDefinition): boolean {
  const { grades = 0, maxChoices = definition.options.length, strict = false } = definition;
  if (content.kind === "approve") {
    const { length } = content.options;
    return length <= maxChoices && length >= (definition.minChoices ?? 1);
  }
  if (content.kind === "rank") {
    return content.ranks.every(({ length }) => (strict ? length === 1 : length > 0));
  }
  if (content.kind === "grade") {
    return Object.values(content.grades).every((grade) => grade >= 0 && grade < grades);
  }
  return true;
}

function longestContent({ shape, options, grades = 1 }: BallotDefinition): BallotContent {
  const each = <T>(value: T) => Object.fromEntries(options.map((option) => [option, value]));
  switch (shape) {
    case "choice": {
      const bytes = (option: string) => new TextEncoder().encode(JSON.stringify(option)).length;
      return { kind: "choice", option: options.toSorted((a, b) => bytes(b) - bytes(a))[0] ?? "" };
    }
    case "approve":
      return { kind: "approve", options };
    case "rank":
      return { kind: "rank", ranks: options.map((option) => [option]) };
    case "grade":
      return { kind: "grade", grades: each(grades - 1) };
    case "per-option":
      return { kind: "per-option", choices: each<Stance>("abstain") };
  }
}
