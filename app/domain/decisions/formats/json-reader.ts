import type { Json } from "../../kernel/json.ts";
import type { TextReader } from "./text-reader.ts";

/** Deeper than anything of ours; a hostile file must not exhaust the stack. */
const MOST_LEVELS = 32;

/**
 * Reads JSON piece by piece, with a place for every mistake. Stricter than the standard where it
 * would let a count go wrong: a member comes once (JSON.parse keeps the last one), and numbers are
 * whole ones from 0 that are held exactly (JSON.parse rounds). No null.
 * @throws MalformedFile
 */
export function readValue(reader: TextReader, levels = MOST_LEVELS): Json {
  skip(reader);
  if (levels === 0) reader.fail(`at most ${MOST_LEVELS} values inside one another`);
  if (reader.next === "{") {
    const members: [string, Json][] = [];
    readObject(reader, (name) => members.push([name, readValue(reader, levels - 1)]));
    return Object.fromEntries(members);
  }
  if (reader.next === "[") {
    return [...readArray(reader, () => readValue(reader, levels - 1))];
  }
  if (reader.next === '"') return readString(reader, "a text");
  if (reader.takes("true")) return true;
  if (reader.takes("false")) return false;
  return reader.whole("an object, a list, a text, true, false or a whole number");
}

/** Calls `member` at the value of each member; it reads the value. */
export function readObject(reader: TextReader, member: (name: string, at: number) => void): void {
  expectToken(reader, "{", "an object");
  const seen = new Set<string>();
  skip(reader);
  if (reader.takes("}")) return;
  do {
    skip(reader);
    const { at } = reader;
    const name = readString(reader, "the name of a member");
    if (seen.has(name)) reader.fail(`the member ${name} only once`, at);
    seen.add(name);
    expectToken(reader, ":", "a colon");
    skip(reader);
    member(name, at);
    skip(reader);
  } while (reader.takes(","));
  expectToken(reader, "}", "a comma or a closing brace");
}

/** The elements of a list, each read when it is asked for. */
export function* readArray<T>(reader: TextReader, element: () => T): Generator<T> {
  expectToken(reader, "[", "a list");
  skip(reader);
  if (reader.takes("]")) return;
  do {
    skip(reader);
    yield element();
    skip(reader);
  } while (reader.takes(","));
  expectToken(reader, "]", "a comma or a closing bracket");
}

/** Walks to the end, for what the walk itself does. */
export function exhaust(walk: Iterator<unknown>): void {
  while (!walk.next().done);
}

export function readString(reader: TextReader, what: string): string {
  skip(reader);
  const text = reader.match(STRING);
  return text ? (JSON.parse(text) as string) : reader.fail(`${what} in quotes`);
}

export function skip(reader: TextReader): void {
  reader.match(/[ \t\n\r]*/y);
}

function expectToken(reader: TextReader, token: string, what: string): void {
  skip(reader);
  if (!reader.takes(token)) reader.fail(what);
}

/** A string without the control characters that JSON refuses. */
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
