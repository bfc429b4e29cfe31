import type { JsonObject } from "../../kernel/json.ts";
import type { BallotContent } from "../ballot.ts";
import type { BallotGroup } from "../profile.ts";
import type { TieRule } from "../tie.ts";
import { readContent } from "./bundle-content.ts";
import { checkBallots, type ElectionFile, MOST_OPTIONS, walkable } from "./election-file.ts";
import { exhaust, readArray, readObject, readString, readValue, skip } from "./json-reader.ts";
import { TextReader } from "./text-reader.ts";

export const TALLY_FORMAT = "palabre/tally/1";

/**
 * Reads our JSON bundle of an election to count: `{format, title?, method?, settings?, tie?,
 * options: [{id, name}], ballots: [{count, content}], invalid?}`, members in any order.
 * @throws MalformedFile
 */
export function readTallyBundle(text: string): ElectionFile {
  const { ballotsAt, options, invalid, ...said } = readHead(new TextReader(text));
  const ids = [...options.keys()];
  const known = new Set(ids);
  const reader = new TextReader(text, ballotsAt);
  const shape = checkBallots(reader, readBallots(reader, known), { invalid });
  const ballots = walkable(() => readBallots(new TextReader(text, ballotsAt), known));
  return {
    ...said,
    names: [...options.values()],
    profile: { options: ids, ballots, invalid },
    ...(shape ? { shape } : {}),
  };
}

type Head = Pick<ElectionFile, "title" | "method" | "settings" | "tie"> & {
  options: Map<string, string>;
  /** Where the list of ballots stands: it may come before that of the options. */
  ballotsAt: number;
  invalid: number;
};

function readHead(reader: TextReader): Head {
  const head: Partial<Head> = {};
  let format: string | undefined;
  const members: Record<string, () => unknown> = {
    format: () => (format = readFormat(reader)),
    title: () => (head.title = readString(reader, "the title")),
    method: () => (head.method = readString(reader, "the name of a method")),
    settings: () => (head.settings = readSettings(reader)),
    tie: () => (head.tie = readTie(reader)),
    options: () => (head.options = readOptions(reader)),
    invalid: () => (head.invalid = reader.whole("how many papers were invalid")),
    ballots: () => {
      head.ballotsAt = reader.at;
      exhaust(readArray(reader, () => readValue(reader)));
    },
  };
  readObject(reader, readMember(reader, members));
  skip(reader);
  if (!reader.ended) reader.fail("the end of the file after the bundle");
  const { options, ballotsAt, invalid = 0, ...said } = head;
  if (!format || !options || ballotsAt === undefined) {
    return reader.fail("the members format, options and ballots", 0);
  }
  return { ...said, options, ballotsAt, invalid };
}

function* readBallots(reader: TextReader, known: ReadonlySet<string>): Generator<BallotGroup> {
  yield* readArray(reader, () => {
    const { at } = reader;
    let count: number | undefined;
    let content: BallotContent | undefined;
    const members = {
      count: () => (count = reader.whole("how many ballots say this")),
      content: () => (content = readContent(reader, known)),
    };
    readObject(reader, readMember(reader, members));
    if (count === undefined || !content) return reader.fail("the members count and content", at);
    return { content, count };
  });
}

/** Reads a member by its name; one that is not known is a mistake, not something to pass over. */
function readMember(reader: TextReader, members: Record<string, () => unknown>) {
  return (name: string, at: number) => {
    if (!Object.hasOwn(members, name)) {
      reader.fail(`one of the members ${Object.keys(members).join(", ")}`, at);
    }
    members[name]!();
  };
}

function readFormat(reader: TextReader): string {
  const { at } = reader;
  const format = readString(reader, "the format");
  return format === TALLY_FORMAT ? format : reader.fail(`the format "${TALLY_FORMAT}"`, at);
}

function readSettings(reader: TextReader): JsonObject {
  if (reader.next !== "{") reader.fail("an object");
  return readValue(reader) as JsonObject;
}

function readOptions(reader: TextReader): Map<string, string> {
  const options = new Map<string, string>();
  const read = () => {
    const { at } = reader;
    const option: { id?: string; name?: string } = {};
    const members = {
      id: () => (option.id = readString(reader, "the id of an option")),
      name: () => (option.name = readString(reader, "the name of an option")),
    };
    readObject(reader, readMember(reader, members));
    const { id, name = id } = option;
    if (id === undefined || name === undefined) return reader.fail("the member id", at);
    if (options.has(id)) reader.fail("an id that no option has yet", at);
    if (options.size === MOST_OPTIONS) reader.fail(`at most ${MOST_OPTIONS} options`, at);
    options.set(id, name);
  };
  exhaust(readArray(reader, read));
  return options;
}

function readTie(reader: TextReader): TieRule {
  const { at } = reader;
  let kind: string | undefined;
  let seed: string | undefined;
  let order: string[] | undefined;
  const members = {
    kind: () => (kind = readString(reader, "lot, casting or none")),
    seed: () => (seed = readString(reader, "the seed of the lot")),
    order: () => (order = [...readArray(reader, () => readString(reader, "the id of an option"))]),
  };
  readObject(reader, readMember(reader, members));
  if (kind === "none" && seed === undefined && !order) return { kind };
  if (kind === "lot" && seed !== undefined && !order) return { kind, seed };
  if (kind === "casting" && order && seed === undefined) return { kind, order };
  return reader.fail("a tie rule: lot with a seed, casting with an order, or none", at);
}
