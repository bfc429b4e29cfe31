import { z } from "zod";
import type { DecisionPhase } from "../domain/decisions/phase.ts";
import type { Translated } from "../domain/kernel/languages.ts";
import type { DecisionCard } from "./decisions.ts";
import type { AlteredBoard, Ledger, UrnCard } from "./secret-ballots.ts";
import { keptText } from "./text.ts";

const id = z.uuid();

/** Several ids; a form without script writes them with commas. */
const ids = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",") : value),
  z.array(id).min(1).max(40),
);

/** Slips are numbered when the box is emptied, never when they are handed out. */
const slip = z.coerce.number().int().min(1).max(9_999);

/** The acts of the paper desk. Two people enter the slips, each without seeing the other's. */
export const PAPER_ACTS = {
  /** A slip for each of these decisions is handed to somebody, who can then vote in no other way. */
  "paper.give": z.strictObject({ decisionIds: ids, electorId: id }),
  /** `content` is a canonical ballot (app/domain/decisions/ballot.ts), or "invalid". */
  "paper.enter": z.strictObject({ decisionId: id, slip, content: keptText.min(1).max(4_000) }),
  "paper.remove": z.strictObject({ decisionId: id, slip }),
  /** The slips go into the urn; a reason where fewer were found than given. */
  "paper.pour": z.strictObject({ decisionId: id, missingReason: keptText.trim().max(500) }),
} as const;

/** What acts on urns and paper answer, where they answer more than "done". */
export type UrnResults = {
  "paper.give": { given: string[]; refused: { decisionId: string; code: string }[] };
  "paper.enter": { entered: number };
};

/** A scrutineer who takes part. Bytes are base64url. */
export type Keeper = {
  personId: string;
  name: string;
  self: boolean;
  boxKey: string;
  signingKey: string;
};

/** One keeper's share of one urn's secret, without the share. */
export type ShareView = {
  personId: string;
  /** SHA-256 of the share, base64url. */
  fingerprint: string;
  confirmed: boolean;
  /** Given to the process that is opening now. */
  given: boolean;
};

/** A secret decision of the assembly, for those who keep or watch its urn. */
export type UrnView = {
  decisionId: string;
  position: number;
  title: Translated;
  phase: DecisionPhase;
  seal: "server" | "scrutineers";
  stage: UrnCard["stage"];
  /** Of the urn, base64url; there once it was dealt. */
  urnKey?: string;
  threshold: number;
  shares: ShareView[];
  /** This reader's own share, sealed for their box key, until they confirm it. */
  mySealedShare?: string;
  openingAsked: boolean;
  /** The process that opens, once it is there; another one follows if it dies. */
  opening?: { opener: string; openerKey: string; done: number };
  boardSize?: number;
  /** Hexadecimal. */
  boardHead?: string;
  /** The board was altered after the close: the urn is not opened. */
  altered?: AlteredBoard;
  ledger?: Ledger;
  /** Once opened: what is to be attested, and who did. */
  opened?: {
    /** SHA-256 of the opened ballots and of the report, hexadecimal. */
    openedHash: string;
    reportHash: string;
    attestedBy: string[];
  };
};

/** The ceremony of one assembly, and its urns up to their opening. */
export type CeremonyView = {
  assembly: { id: string; slug: string; title: Translated; phase: string };
  /** What this reader may do here. */
  may: { keep: boolean; restart: boolean; askOpening: boolean };
  self: string;
  /** How many hold the role of scrutineer here today. */
  scrutineers: number;
  keepers: Keeper[];
  /** Keepers must be this many before one of them deals. */
  needed: number;
  /** No secret vote has opened yet and something was dealt. */
  restartable: boolean;
  urns: UrnView[];
  /** Counts that wait for a public lot, where this reader may write it down. */
  lots: DecisionCard[];
};

/** One secret decision at the paper desk. */
export type PaperUrn = {
  decisionId: string;
  position: number;
  title: Translated;
  phase: DecisionPhase;
  stage: UrnCard["stage"];
  /** Marks on the roll by paper. */
  given: number;
  /** The slips that this reader entered, in order. */
  mine: { slip: number; content: string }[];
  /** How many each enterer has entered. Contents of others are never shown while they differ. */
  enterers: { name: string; self: boolean; slips: number }[];
  /** With two enterers: numbers of slips that one lacks or that both read otherwise. */
  differences?: number[];
  sheet?: { given: number; found: number; missingReason: string };
};

export type PaperDesk = {
  assembly: { id: string; slug: string; title: Translated; phase: string };
  may: { give: boolean; enter: boolean; assist: boolean };
  urns: PaperUrn[];
};

/** Somebody the desk looked up, with what the roll says per secret decision. */
export type PaperElector = {
  personId: string;
  name: string;
  registerNo: string | null;
  office: string | null;
  /** By decision id: the channel that marked them, "free", or "none" where they are no elector. */
  marks: Record<string, "free" | "none" | "online" | "assisted" | "paper" | "no_script">;
};
