/** Where a file stops making sense: line and column from 1, in characters, and what belongs there. */
export type FormatProblem = { line: number; column: number; expected: string; found: string };

/** Thrown inside the readers; `readElection` turns it into a refusal. */
export class MalformedFile extends Error {
  constructor(readonly problem: FormatProblem) {
    super(`${problem.line}:${problem.column}: expected ${problem.expected}`);
  }
}

/** A place in a text that moves forward, and knows how to say what is wrong there. */
export class TextReader {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  /** Whether the text ends here. */
  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** The character here; empty at the end. */
  get next(): string {
    return this.text.charAt(this.at);
  }

  /** Moves past `token` if it comes next. */
  takes(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  /** Moves past what `pattern`, a sticky one, matches here, and returns it. */
  match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  /** Moves past spaces and tabs, to the next word of the line or to its end. */
  skipSpaces(): void {
    while (isSpace(this.text.charCodeAt(this.at))) this.at += 1;
  }

  /**
   * A whole number in digits, from `least` to `most`: never one that a number cannot hold exactly,
   * and never the digits before a point or a letter.
   */
  whole(what: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
    const from = this.at;
    let value = 0;
    let code = this.text.charCodeAt(this.at);
    while (isDigit(code) && value <= most) {
      // In this order nothing passes 2^53 on the way.
      value = value * 10 + (code - ZERO);
      this.at += 1;
      code = this.text.charCodeAt(this.at);
    }
    const ends = !isDigit(code) && !WORD.test(this.next);
    if (this.at === from || !ends || value < least || value > most) {
      this.fail(`${what}, a whole number from ${least} to ${most}`, from);
    }
    return value;
  }

  /** @throws MalformedFile at `at`, or here. */
  fail(expected: string, at = this.at): never {
    const lineStart = this.text.slice(0, at).lastIndexOf("\n") + 1;
    const line = countLines(this.text, lineStart);
    const column = [...this.text.slice(lineStart, at)].length + 1;
    throw new MalformedFile({ line, column, expected, found: describe(this.text, at) });
  }
}

const ZERO = 48;
const isSpace = (code: number) => code === 32 || code === 9 || code === 13;
const isDigit = (code: number) => code >= ZERO && code <= ZERO + 9;
const WORD = /[\p{L}\p{N}_.+-]/u;

function countLines(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) {
    line += 1;
  }
  return line;
}

/** The word that stands at a place, for a message. */
function describe(text: string, at: number): string {
  if (at >= text.length) return "the end of the file";
  const word = /^[^\S\n]*[^\s,;]*/u.exec(text.slice(at, at + 40))?.[0].trim();
  if (word) return word;
  return /^\s/u.test(text.slice(at)) ? "the end of the line" : text.charAt(at);
}
