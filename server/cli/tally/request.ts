import { parseArgs } from "node:util";
import { isMethodName, METHODS, type MethodName } from "#domain/decisions/registry.ts";
import type { TieRule } from "#domain/decisions/tie.ts";
import { Stop } from "../steps.mjs";

/** What the command line asks for. */
export type Request = {
  file: string;
  method?: MethodName;
  /** Every method for these ballots, side by side. */
  compare: boolean;
  seats?: number;
  tie?: TieRule;
  /** Settings of the method by name, as JSON. */
  settings: Record<string, unknown>;
  json: boolean;
  /** Where to write what was read, in the format of this file name. */
  write?: string;
};

const USAGE = `npm run tally -- FILE --method NAME [options]

  FILE               .blt, .csv, .json (our bundle), .soc, .soi, .toc or .toi
  --method NAME      ${Object.keys(METHODS).join(", ")}
  --compare          every method that counts such ballots, side by side
  --seats N          how many to elect (default: what the file says, or 1)
  --tie RULE         lot (needs --seed), casting (needs --order) or none
  --seed TEXT        the public seed of the lot
  --order A,B,…      ids of the options in the order of the casting vote
  --set NAME=VALUE   a setting of the method; may be repeated
  --json             the report as one line of JSON (use npm run --silent)
  --write FILE       writes the ballots as .blt, .csv or .json

Exit code 0 where it was counted; 2, and nothing on standard output, where it was not.`;

/** Reads the arguments. @throws Stop with what is wrong and how to call. */
export function readRequest(args: string[]): Request {
  const { values, positionals } = parse(args);
  const { method, compare, json, write } = values;
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw wrong("One file is counted at a time.");
  if (method !== undefined && !isMethodName(method)) throw wrong(`There is no method ${method}.`);
  const tie = tieOf({ tie: values.tie, seed: values.seed, order: values.order });
  return {
    file,
    compare,
    json,
    settings: Object.fromEntries((values.set ?? []).map(settingOf)),
    ...(method === undefined ? {} : { method }),
    ...(values.seats === undefined ? {} : { seats: wholeOf(values.seats) }),
    ...(tie ? { tie } : {}),
    ...(write === undefined ? {} : { write }),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        method: { type: "string" },
        compare: { type: "boolean", default: false },
        seats: { type: "string" },
        tie: { type: "string" },
        seed: { type: "string" },
        order: { type: "string" },
        set: { type: "string", multiple: true },
        json: { type: "boolean", default: false },
        write: { type: "string" },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw wrong(error.message);
    throw error;
  }
}

function tieOf({ tie, seed, order }: Record<"tie" | "seed" | "order", string | undefined>) {
  const kind = tie ?? (seed !== undefined ? "lot" : order !== undefined ? "casting" : undefined);
  if (seed !== undefined && kind !== "lot") throw wrong("--seed is for --tie lot.");
  if (order !== undefined && kind !== "casting") throw wrong("--order is for --tie casting.");
  return kind === undefined ? undefined : ruleOf(kind, seed, order?.split(","));
}

function ruleOf(kind: string, seed?: string, order?: string[]): TieRule {
  if (kind === "none") return { kind };
  if (kind === "lot" && seed !== undefined) return { kind, seed };
  if (kind === "casting" && order) return { kind, order };
  if (kind === "lot") throw wrong("A lot needs the seed that was drawn: --seed.");
  if (kind === "casting") throw wrong("A casting vote needs its order: --order.");
  throw wrong(`--tie is lot, casting or none, not ${kind}.`);
}

function wholeOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw wrong(`--seats is a whole number from 1, not ${text}.`);
  return Number(text);
}

/** `name=value`: JSON where it is JSON, or a word. */
function settingOf(text: string): [string, unknown] {
  const at = text.indexOf("=");
  if (at < 1) throw wrong(`--set takes NAME=VALUE, not ${text}.`);
  const value = text.slice(at + 1);
  try {
    return [text.slice(0, at), JSON.parse(value)];
  } catch {
    return [text.slice(0, at), value];
  }
}

function wrong(what: string): Stop {
  return new Stop(`${what}\n\n${USAGE}`);
}
