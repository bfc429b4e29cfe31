import type { ElectionFile } from "#domain/decisions/formats/election-file.ts";
import { type AnyReport, countBy, METHODS, type MethodName } from "#domain/decisions/registry.ts";
import type { SettingsRefusal } from "#domain/decisions/settings.ts";
import type { ProfileRefusal } from "#domain/decisions/profile.ts";
import { MOST_RANKED_OPTIONS } from "#domain/decisions/rankings.ts";
import { tieBreaker, type TieRule } from "#domain/decisions/tie.ts";
import { Stop } from "../steps.mjs";
import type { Request } from "./request.ts";

/** What was asked for beats what the file says, which beats what the method does by itself. */
type Wishes = Pick<Request, "method" | "settings" | "tie"> & { seats?: number | undefined };

/** The method that was asked for, or that the file names. @throws Stop where there is none. */
export function methodOf(election: ElectionFile, wishes: Wishes): MethodName {
  const name = wishes.method ?? election.method;
  const known = methodNames().find((method) => method === name);
  if (known) return known;
  const why = name === undefined ? "Say which method counts: --method." : `No method ${name}.`;
  throw new Stop(`${why} There are ${methodNames().join(", ")}.`);
}

/**
 * Counts by every method for such ballots, but a resolution, which is no election. Where all ballots
 * are blank, by those that are like `wishes.method`. @throws Stop as `count` does.
 */
export function countByAll(election: ElectionFile, wishes: Wishes): AnyReport[] {
  const { seats, ...others } = wishes;
  const shape = election.shape ?? (wishes.method && METHODS[wishes.method].shape);
  return methodNames()
    .filter((name) => name !== "resolution" && (!shape || METHODS[name].shape === shape))
    .map((name) => count(name, election, hasSeats(name) ? { seats, ...others } : others));
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
  throw new Stop(`${method} cannot count this: ${REASONS[code]}${details?.["setting"] ?? ""}.`);
}

const REASONS: Record<ProfileRefusal | SettingsRefusal, string> = {
  "duplicate-option": "an option is listed twice",
  "too-many-options": `there are more than ${MOST_RANKED_OPTIONS} options to rank`,
  "count-not-whole": "a number of ballots is not a whole number",
  "sum-too-large": "there are more ballots than it can hold exactly",
  "wrong-shape": "a ballot is of another kind",
  "unknown-option": "a ballot names an option that is not listed",
  "option-twice": "a ballot names an option twice",
  "empty-rank": "a ballot has a rank without an option",
  "negative-grade": "a grade is not a whole number from 0",
  "unknown-setting": "it has no setting ",
  "bad-setting": "there is no such value of the setting ",
};

function hasSeats(method: MethodName): boolean {
  return Object.hasOwn(METHODS[method].settings.defaults, "seats");
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
  return {
    ...(hasSeats(method) && seats !== undefined ? { seats } : {}),
    ...(election.method === method ? settings : {}),
    ...(wishes.seats === undefined ? {} : { seats: wishes.seats }),
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
