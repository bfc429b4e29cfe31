import type { SessionView } from "#wire/live-session.ts";
import type { HeldBallot } from "./held-ballots.ts";

type Circumstances = {
  canSeal: boolean | undefined;
  present: boolean;
  phase: SessionView["assembly"]["phase"];
  held: HeldBallot[];
  away: boolean;
  busy: boolean;
  failed: boolean;
};

export type Standing = {
  code:
    | "unable"
    | "enter"
    | "soon"
    | "failed"
    | "away"
    | "waiting"
    | "preparing"
    | "ready"
    | "cast"
    | "none";
  /** Of the ballots that the sentence speaks of. */
  count: number;
};

/** The one sentence about somebody's secret ballots; none until the page can act. */
export function checkInStanding(now: Circumstances): Standing | undefined {
  if (now.canSeal === undefined) return undefined;
  const unsigned = now.held.filter(({ issueSignature }) => !issueSignature).length;
  const cast = now.held.filter((held) => held.cast).length;
  const ready = now.held.length - unsigned - cast;
  if (!now.canSeal) return { code: "unable", count: 0 };
  if (now.failed) return { code: "failed", count: unsigned };
  if (now.away) return { code: "away", count: unsigned };
  if (unsigned > 0 && now.busy) return { code: "waiting", count: unsigned };
  if (ready > 0) return { code: "ready", count: ready };
  if (cast > 0) return { code: "cast", count: cast };
  if (!now.present) return { code: "enter", count: 0 };
  if (now.phase !== "live") return { code: "soon", count: 0 };
  return { code: now.busy ? "preparing" : "none", count: 0 };
}
