import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";

/** The life of a mandate: offered, taken or declined, and at any time taken back or handed back. */
export const MANDATE_STATES = ["given", "accepted", "declined", "revoked"] as const;
export type MandateState = (typeof MANDATE_STATES)[number];

export type MandateAct = "accept" | "decline" | "revoke";

const TRANSITIONS: Record<MandateAct, { from: readonly MandateState[]; to: MandateState }> = {
  accept: { from: ["given"], to: "accepted" },
  decline: { from: ["given"], to: "declined" },
  revoke: { from: ["given", "accepted"], to: "revoked" },
};

/** The state an act leads to, or undefined where the act has no place. */
export function nextMandateState(state: MandateState, act: MandateAct): MandateState | undefined {
  const { from, to } = TRANSITIONS[act];
  return from.includes(state) ? to : undefined;
}

/**
 * Who votes now. `active`: the holder. A giver who is there votes in person, and a holder who is
 * away votes for nobody: either suspends the mandate for as long as it lasts.
 */
export type MandateStanding = "offered" | "active" | "giver-here" | "holder-away" | "ended";

export function mandateStanding(mandate: {
  state: MandateState;
  giverPresent: boolean;
  holderPresent: boolean;
}): MandateStanding {
  if (mandate.state === "given") return "offered";
  if (mandate.state !== "accepted") return "ended";
  if (mandate.giverPresent) return "giver-here";
  return mandate.holderPresent ? "active" : "holder-away";
}

/**
 * Whether somebody may hold one more mandate: the statutes' cap, and the tenth of all votes that
 * nobody may pass (CSA 8:5), of which the holder's own vote is one. Of fewer than ten votes a tenth
 * is none, which would silence everybody: it is not applied (rules §1.4).
 */
export function mayHoldAnother(holder: {
  held: number;
  maxPerHolder: number;
  /** Everybody on the roll, or in the register before it is taken. */
  electors: number;
}): Result<null> {
  const { held, maxPerHolder, electors } = holder;
  if (held >= maxPerHolder) return refuse("delegate-full", { max: maxPerHolder });
  const tenth = Math.floor(electors / 10);
  const votes = 1 + held + 1;
  return tenth > 0 && votes > tenth ? refuse("over-one-tenth", { limit: tenth }) : ok(null);
}
