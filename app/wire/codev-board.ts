import type { PublishedSums } from "../domain/codev/evaluation.ts";
import type { Applicant, ProposedGroup } from "../domain/codev/matching.ts";
import type { Facilitator, ProposedPair } from "../domain/codev/pairing.ts";
import type { CodevSessionState, CycleState, Mode } from "../domain/codev/words.ts";
import type { Language } from "../domain/kernel/languages.ts";
import type { CycleCard } from "./codev-pages.ts";

/** Who waits; `asked` is an ISO day. */
export type BoardApplicant = Applicant & {
  name: string;
  state: "waiting" | "interviewed";
  asked: string;
};

/** `trainedOn` is an ISO day. */
export type PoolPerson = Facilitator & { name: string; trainedOn?: string };

/** A cycle for organisers: what of it they may know and nothing else (rules 2.4). */
export type BoardCycle = {
  id: string;
  name: string;
  state: CycleState;
  language: Language;
  mode: Mode;
  office?: string;
  members: number;
  invited: number;
  /** How many of the two who lead said that they hold nobody's file. */
  cleared: number;
  sessions?: {
    position: number;
    spare: boolean;
    state: CodevSessionState;
    day: string;
    present?: number;
    mood?: number;
    incident?: boolean;
  }[];
  purged?: true;
};

/** One page of a list: which, out of how many, and how many entries there are in all. */
export type ListPage = { page: number; pages: number; total: number };

export type BoardPage = {
  lists: { cycles: ListPage; queue: ListPage };
  applicants: BoardApplicant[];
  proposals: (ProposedGroup & { pairs: ProposedPair[] })[];
  facilitators: PoolPerson[];
  cycles: BoardCycle[];
  offices: { id: string; name: string }[];
  /** By language: who waits, and how many groups more could be led. */
  possible: { language: Language; waiting: number; groups: number }[];
  sums: PublishedSums;
};

/** What a facilitator sees of their own; `since` and `eraseOn` are ISO days. */
export type LeadPage = {
  profile?: Omit<Facilitator, "id" | "leads"> & { trainedOn?: string };
  offices: { id: string; name: string }[];
  /** Of the support team: whose files the reader follows. */
  files?: { personId: string; name: string }[];
  cycles: CycleCard[];
  history: { name: string; with: string; since: string }[];
  interviews: {
    id: string;
    name: string;
    language: Language;
    mode: Mode;
    trade: string;
    mine?: true;
    notes?: string;
    eraseOn?: string;
  }[];
};
