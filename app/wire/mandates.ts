import { z } from "zod";
import type { OneTenth } from "../domain/decisions/one-tenth.ts";
import type { Translated } from "../domain/kernel/languages.ts";
import type { MandateStanding } from "../domain/mandates/mandate.ts";
import { keptText } from "./text.ts";

const id = z.uuid();

/** Proxies: given, accepted, declined, taken back or handed back. */
export const MANDATE_COMMANDS = {
  /** The delegate is named by number and family name: nobody finds a member they do not know. */
  "mandate.give": z.strictObject({
    assemblyId: id,
    giverId: id,
    registerNo: keptText.trim().min(1).max(20),
    familyName: keptText.trim().min(1).max(120),
  }),
  /** A written mandate that was handed over at the desk: signed by its giver, shown by its holder. */
  "mandate.register": z.strictObject({
    assemblyId: id,
    giverNo: keptText.trim().min(1).max(20),
    giverName: keptText.trim().min(1).max(120),
    holderNo: keptText.trim().min(1).max(20),
    holderName: keptText.trim().min(1).max(120),
  }),
  "mandate.accept": z.strictObject({ mandateId: id }),
  "mandate.decline": z.strictObject({ mandateId: id }),
  /** By its giver at any time; by its holder, who hands it back. */
  "mandate.revoke": z.strictObject({ mandateId: id }),
} as const;

/** Persons and shares; shares count for a quorum and never for a vote. */
type Weight = { persons: number; shares: number };

/**
 * Mandates of a session, in numbers alone; missing where the statutes allow none. `represented`
 * are counted among those present. `oneTenth` is the cap as it stands with who is there now.
 */
export type MandatesCard = {
  represented: Weight;
  /** Accepted, and suspended now: the giver is there, or the holder is not. */
  suspended: number;
  /** Secret ballots that delegates took for givers who are here by now, in votes that go on. */
  takenBefore?: number;
  oneTenth: OneTenth;
};

/** A mandate that a person gave, or holds. `name` is the other one's. */
export type MyMandate = { id: string; name: string; standing: MandateStanding };

/** One's own mandates of one session. */
export type MyMandates = {
  /** By giver: oneself, and the legal persons one represents. */
  given: Record<string, MyMandate>;
  /** By mandate. */
  held: Record<string, MyMandate>;
};

/** `/assembly/:slug/mandates`. */
export type MandatesPage = {
  assembly: { id: string; slug: string; title: Translated; phase: string };
  allowed: boolean;
  /** The article that allows them, "" while unknown, and how many one person may hold. */
  article: string;
  maxPerHolder: number;
  /** Whether a mandate may still be given: between the convocation and the end of the session. */
  open: boolean;
  /** For whom this reader may give one. */
  givers: { id: string; name: string; self: boolean }[];
  mine: MyMandates;
  /** Whether this reader takes written mandates at the desk. */
  mayRegister: boolean;
  /** The list of the bureau. */
  register?: RegisteredMandate[];
};

export type RegisteredMandate = {
  id: string;
  giver: string;
  giverNo?: string;
  holder: string;
  holderNo?: string;
  standing: MandateStanding;
  /** ISO instants. */
  givenAt: string;
  answeredAt?: string;
  endedAt?: string;
};
