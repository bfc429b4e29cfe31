import type { ElectionFile } from "#domain/decisions/formats/election-file.ts";
import { type AnyReport, countBy, METHODS, type MethodName } from "#domain/decisions/registry.ts";
import { tieBreaker, type TieRule } from "#domain/decisions/tie.ts";
import { Stop } from "../steps.mjs";
import type { Request } from "./request.ts";

/** What was asked for beats what the file says, which beats what the method does by itself. */
type Wishes = Pick<Request, "method" | "seats" | "settings" | "tie">;

/** The method that was asked for, or that the file names. @throws Stop where there is none. */
export function methodOf(election: ElectionFile, wishes: Wishes): MethodName {
  const name = wishes.method ?? election.method;
  const known = methodNames().find((method) => method === name);
  if (known) return known;
  const why = name === undefined ? "Say which method counts: --method." : `No method ${name}.`;
  throw new Stop(`${why} There are ${methodNames().join(", ")}.`);
}

/**
 * The methods that count such ballots, for a comparison. A resolution is no election: it is counted
 * alone. Where all ballots are blank, those that are like `method`.
 */
export function methodsFor({ shape }: ElectionFile, method?: MethodName): MethodName[] {
  const wanted = shape ?? (method && METHODS[method].shape);
  return methodNames().filter(
    (name) => name !== "resolution" && (!wanted || METHODS[name].shape === wanted),
  );
}

/** Counts, exactly or not at all. @throws Stop where the ballots or the settings do not allow it. */
export function count(method: MethodName, election: ElectionFile, wishes: Wishes): AnyReport {
  const { shape } = METHODS[method];
  if (election.shape && election.shape !== shape) {
    throw new Stop(
      `${method} counts ballots of kind ${shape}; these are of kind ${election.shape}.`,
    );
  }
  const tie = tieBreaker(checkTie(wishes.tie ?? election.tie ?? { kind: "none" }, election));
  const settings = settingsFor(method, election, wishes);
  const counted = orStop(() => countBy(method, election.profile, settings, tie));
  if (counted.ok) return counted.value;
  const { code, details } = counted.refusal;
  throw new Stop(`${method} cannot count this: ${code} ${Object.values(details ?? {}).join(" ")}`);
}

function methodNames(): MethodName[] {
  return Object.keys(METHODS) as MethodName[];
}

/** The file's settings are those of its own method; its seats go to every method that has any. */
function settingsFor(
  method: MethodName,
  { seats, settings, ...election }: ElectionFile,
  wishes: Wishes,
): Record<string, unknown> {
  const hasSeats = Object.hasOwn(METHODS[method].settings.defaults, "seats");
  const seatsOf = (number?: number) => (hasSeats && number !== undefined ? { seats: number } : {});
  return {
    ...seatsOf(seats),
    ...(election.method === method ? settings : {}),
    ...seatsOf(wishes.seats),
    ...wishes.settings,
  };
}

function checkTie(tie: TieRule, { profile }: ElectionFile): TieRule {
  const stranger = tie.kind === "casting" && tie.order.find((id) => !profile.options.includes(id));
  if (stranger) throw new Stop(`The casting vote names ${stranger}, which is no option.`);
  return tie;
}

/** A method that would have to round refuses with a RangeError. */
function orStop<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Stop(`This cannot be counted: ${error.message}.`);
    throw error;
  }
}
