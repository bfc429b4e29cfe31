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

/** How many ballots say the same. */
export type CountedContent = { content: BallotContent; ballots: number };

/** What a ballot may say: the options by id, in the decision's order. */
export type BallotDefinition = {
  shape: BallotShape;
  options: string[];
  /** How many grades there are: a grade is a whole number from 0 to one less. Shape `grade`. */
  grades?: number;
  /** The most options one may approve. Shape `approve`. */
  maxChoices?: number;
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
      return { kind: "rank", ranks: content.ranks.map((equals) => equals.toSorted()) };
    case "grade":
      return { kind: "grade", grades: byKey(content.grades) };
    case "per-option":
      return { kind: "per-option", choices: byKey(content.choices) };
  }
}

function byKey<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** JSON of one of the kinds with members of the right types; nothing is said about the options. */
function parseContent(text: string): BallotContent | undefined {
  const value = parseJson(text);
  if (!isRecord(value)) return undefined;
  const { kind, option, options, ranks, grades, choices } = value;
  if (kind === "blank") return { kind };
  if (kind === "choice" && typeof option === "string") return { kind, option };
  if (kind === "approve" && isStrings(options)) return { kind, options };
  if (kind === "rank" && Array.isArray(ranks) && ranks.every(isStrings)) return { kind, ranks };
  if (kind === "grade" && isRecord(grades) && Object.values(grades).every(isGrade)) {
    return { kind, grades: grades as Record<string, number> };
  }
  if (kind === "per-option" && isRecord(choices) && Object.values(choices).every(isStance)) {
    return { kind, choices: choices as Record<string, Stance> };
  }
  return undefined;
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
  const known = named.every((option) => definition.options.includes(option));
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
  const { grades = 0, maxChoices = definition.options.length } = definition;
  if (content.kind === "approve") return content.options.length <= maxChoices;
  if (content.kind === "rank") return content.ranks.every((equals) => equals.length > 0);
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
