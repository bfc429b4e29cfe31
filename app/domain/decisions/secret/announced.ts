import type { Report } from "../report.ts";
import { count, list, object, oneOf } from "./json-shape.ts";

/** What a bundle says that an election gave. */
export type AnnouncedElection = Pick<
  Report,
  "winners" | "tiedForLast" | "order" | "ties" | "seats" | "ballots"
>;

/**
 * The outline of a report that cannot be counted again here: well formed, about these options, and
 * nothing more is known of it. Undefined for a resolution, and for what is no such outline.
 */
export function announcedElection(
  report: Readonly<object>,
  options: readonly string[],
): AnnouncedElection | undefined {
  const { required, optional } = outlineOf(options);
  const known = { ...required, ...optional };
  const outline = Object.fromEntries(
    Object.entries(report).filter(([name]) => Object.hasOwn(known, name)),
  );
  return object(required, optional)(outline, "report") === undefined
    ? (outline as AnnouncedElection)
    : undefined;
}

function outlineOf(options: readonly string[]) {
  const known = new Set<unknown>(options);
  const ids = list((value, path) => (known.has(value) ? undefined : path));
  const tieMet = object(
    {
      place: oneOf("seat", "order", "excluded", "transferred", "bought", "pair"),
      rule: oneOf("lot", "casting", "none", "earlier-rounds", "approvals"),
      between: ids,
      fell: (fell, path) => (fell === "unsettled" ? undefined : ids(fell, path)),
    },
    { round: count },
  );
  return {
    required: {
      winners: ids,
      order: list(ids),
      ties: list(tieMet),
      ballots: object({ cast: count, blank: count, invalid: count, counted: count }),
    },
    optional: { tiedForLast: ids, seats: count },
  };
}
