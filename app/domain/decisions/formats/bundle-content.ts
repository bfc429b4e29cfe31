import type { Json } from "../../kernel/json.ts";
import { type BallotContent, type Stance, STANCES } from "../ballot.ts";
import { rankBallot } from "./election-file.ts";
import { readObject, readValue } from "./json-reader.ts";
import type { TextReader } from "./text-reader.ts";

/** Reads what a ballot of a bundle says (ballot.ts) about the options. @throws MalformedFile */
export function readContent(reader: TextReader, known: ReadonlySet<string>): BallotContent {
  const { at } = reader;
  const members = new Map<string, Member>();
  readObject(reader, (name) => {
    const place = reader.at;
    members.set(name, { name, at: place, value: readValue(reader) });
  });
  const kind = members.get("kind")?.value;
  const said = [...members.values()].find(({ name }) => name !== "kind");
  if (kind === "blank" && !said) return { kind };
  const reading = typeof kind === "string" && READINGS.get(kind);
  if (!reading || !said || members.size !== 2 || said.name !== reading.member) {
    return reader.fail(`what a ballot says: {"kind":"blank"}, ${FORMS}`, at);
  }
  const content = reading.read(said.value);
  if (!content) return reader.fail(reading.expected, said.at);
  checkOptions(reader, optionsOf(content), known, said.at);
  return content;
}

type Member = { name: string; at: number; value: Json };

type Reading = {
  member: string;
  expected: string;
  read: (value: Json) => BallotContent | undefined;
};

const READINGS = new Map<string, Reading>([
  [
    "choice",
    {
      member: "option",
      expected: "the id of an option",
      read: (option) => (typeof option === "string" ? { kind: "choice", option } : undefined),
    },
  ],
  [
    "approve",
    {
      member: "options",
      expected: "a list of option ids",
      read: (options) => {
        if (!isTexts(options)) return undefined;
        return options.length > 0 ? { kind: "approve", options } : { kind: "blank" };
      },
    },
  ],
  [
    "rank",
    {
      member: "ranks",
      expected: "a list of ranks, each a list of at least one option id",
      read: (ranks) => (isRanks(ranks) ? rankBallot(ranks) : undefined),
    },
  ],
  [
    "grade",
    {
      member: "grades",
      expected: "an object with a whole grade for an option",
      read: (grades) => {
        if (!isRecordOf(grades, (grade) => typeof grade === "number")) return undefined;
        return Object.keys(grades).length > 0 ? { kind: "grade", grades } : { kind: "blank" };
      },
    },
  ],
  [
    "per-option",
    {
      member: "choices",
      expected: `an object with ${STANCES.join(", ")} for an option`,
      read: (choices) => {
        if (!isRecordOf(choices, isStance)) return undefined;
        return Object.keys(choices).length > 0
          ? { kind: "per-option", choices }
          : { kind: "blank" };
      },
    },
  ],
]);

const FORMS = [...READINGS]
  .map(([kind, { member }]) => `{"kind":"${kind}","${member}":…}`)
  .join(", ");

function optionsOf(content: BallotContent): string[] {
  switch (content.kind) {
    case "blank":
      return [];
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

function checkOptions(
  reader: TextReader,
  named: readonly string[],
  known: ReadonlySet<string>,
  at: number,
): void {
  const stranger = named.find((option) => !known.has(option));
  if (stranger !== undefined) reader.fail(`ids of the options, which "${stranger}" is not`, at);
  if (new Set(named).size < named.length) reader.fail("each option at most once on a ballot", at);
}

function isTexts(value: Json): value is string[] {
  return Array.isArray(value) && value.every((member) => typeof member === "string");
}

function isRanks(value: Json): value is string[][] {
  return Array.isArray(value) && value.every((rank) => isTexts(rank) && rank.length > 0);
}

function isRecordOf<T extends Json>(
  value: Json,
  is: (member: Json) => member is T,
): value is Record<string, T> {
  return typeof value === "object" && !Array.isArray(value) && Object.values(value).every(is);
}

function isStance(value: Json): value is Stance {
  return STANCES.some((stance) => stance === value);
}
