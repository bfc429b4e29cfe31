import { z } from "zod";
import type { Translated } from "../domain/kernel/languages.ts";
import type { DecisionPhase } from "../domain/decisions/phase.ts";
import { INCIDENT_MAX } from "../domain/live-session/stage/incident.ts";
import type { ProposalKind } from "../domain/workers-assembly/stage.ts";
import {
  MOST_APPROVALS,
  RANKING_METHODS,
  RANKING_SEALS,
  type RankingMethod,
  type RankingPlan,
} from "../domain/workers-assembly/ranking-plan.ts";
import type { Breakdown, Compared } from "./decision-results.ts";
import type { DecisionPage, ElectionReport } from "./decisions.ts";
import { keptText } from "./text.ts";
import type { EditionHead } from "./workers-assembly.ts";

const slug = keptText.min(1).max(80);
const approvals = z.coerce.number().int().min(1).max(MOST_APPROVALS);
/** An hour on the cooperative's clock, as a form's field has it; empty for none. */
const HOUR = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const hour = z.union([z.literal(""), keptText.regex(HOUR)]);

const PLAN = {
  method: z.enum(RANKING_METHODS),
  /** Why the method is another one than before: it is minuted. */
  reason: keptText.trim().max(500).default(""),
  least: approvals,
  most: approvals,
  seal: z.enum(RANKING_SEALS),
  opensAt: hour,
  closesAt: hour,
};

const EXTENSION = {
  /** A later close. */
  closesAt: keptText.regex(HOUR),
  /** Minuted and published, as the chair writes it. */
  reason: keptText.trim().min(1).max(INCIDENT_MAX),
  /** The close that the chair saw (ms since epoch). */
  seen: z.coerce.number().int().min(0),
};

/** The forms of who coordinates the ranking, and of its chair, by intent. */
export const RANKING_FORMS = {
  plan: z.object(PLAN),
  "draw-up": z.object({}),
  extend: z.object(EXTENSION),
  publish: z.object({ decisionId: z.uuid() }),
} as const;

export const RANKING_COMMANDS = {
  "workers-ranking.plan": z.strictObject({ slug, ...PLAN }),
  "workers-ranking.draw-up": z.strictObject({ slug }),
  "workers-ranking.extend": z.strictObject({ slug, ...EXTENSION }),
} as const;
export type ExtendedRanking = z.infer<(typeof RANKING_COMMANDS)["workers-ranking.extend"]>;
export type PlannedRanking = z.infer<(typeof RANKING_COMMANDS)["workers-ranking.plan"]>;

/** What an address asks of the list: a theme and a city by their ids. What makes no sense is left out. */
export const rankingSearch = z.object({
  theme: keptText.max(40).default("").catch(""),
  city: keptText.max(80).default("").catch(""),
});
export type RankingSearch = z.infer<typeof rankingSearch>;

/** A proposal of the frozen list as its readers have it, in every language that was reviewed. */
export type RankedProposal = {
  /** Its code, which it is called by on the ballot: P01. */
  option: string;
  kind: ProposalKind;
  theme: string;
  /** Name of an office; "" for none. */
  city: string;
  sentence: Translated;
  paragraph: Translated;
};

/** A change of the method before the list was frozen. Day is ISO. */
export type MethodChange = { from: RankingMethod; to: RankingMethod; reason: string; on: string };

export type PlanView = RankingPlan & { changes: MethodChange[] };

/** How a reader stands to the vote. `taken`: a ballot was taken in their name, never which. */
export type RankingReader = "signed-out" | "not-on-roll" | "entitled" | "taken";

/** The vote, once it is drawn up. ms since epoch. */
export type RankingVote = {
  decisionId: string;
  phase: DecisionPhase;
  opensAt?: number;
  closesAt?: number;
  /** Each time it was lengthened, with its reason: the first one first. */
  extensions: Extension[];
};

/** Until when, since when that is known, and why. ms since epoch. */
export type Extension = { until: number; at: number; reason: string };

/** The list to read at one's pace, and the way to the ballot. */
export type RankingPage = {
  head: EditionHead;
  plan: PlanView;
  listHash?: string;
  /** In this reader's own order; those that the filter lets through. */
  proposals: RankedProposal[];
  /** How many there are without the filter. */
  total: number;
  asked: RankingSearch;
  cities: { id: string; name: string }[];
  vote?: RankingVote;
  reader: RankingReader;
  /** Persons on the closed roll and its ISO day. */
  roll?: { persons: number; asOf: string };
};

/** Where the ranking is prepared, for who coordinates it or presides over the vote. */
export type RankingPlanPage = {
  head: EditionHead;
  plan: PlanView;
  vote?: RankingVote;
  /** Codes of proposals whose text is not reviewed yet, with the language. */
  unreviewed: { code: string; language: string; written: boolean }[];
  /** The roll is closed. */
  rollClosed: boolean;
  /** Where scrutineers are to keep the urn and have not made its keys: how many are named, of how many. */
  keepers?: { named: number; needed: number };
  /** What this reader may do now. */
  may: { plan: boolean; method: boolean; drawUp: boolean; extend: boolean; publish: boolean };
};

/** The published ranking. */
export type RankingResult = {
  head: EditionHead;
  plan: PlanView;
  listHash: string;
  proposals: RankedProposal[];
  /** Options in the order of their choosing. */
  chosen: string[];
  /**
   * The others: by approvals with equal shares, otherwise as the method ordered them; what nothing
   * separated stands in one group. `approvals` is missing where the method has none.
   */
  others: { options: string[]; approvals?: number }[];
  page: DecisionPage;
  report: ElectionReport;
  /** ISO instant. */
  countedAt: string;
  ballotsHash: string;
  /** Empty until they were counted. */
  comparison: Compared[];
  /** By office, then by language; small cells hidden. */
  turnout: Breakdown[];
  eligible: { persons: number; asOf: string };
  /** The reader belongs to the assembly: board, bundle and receipts are theirs to look at. */
  mayCheck: boolean;
};
