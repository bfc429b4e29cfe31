import { z } from "zod";
import type { BallotDefinition } from "../domain/decisions/ballot.ts";
import type { DecisionPhase } from "../domain/decisions/phase.ts";
import type { Translated } from "../domain/kernel/languages.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const slip = z.coerce.number().int().min(1).max(100_000);

/** What desks do with paper ballots; the forms of the paper desk parse with these. */
export const PAPER_ACTS = {
  /** Marks the roll and hands out one slip. */
  "paper.give": z.strictObject({ decisionId: id, electorId: id }),
  /** One slip as the actor reads it; the same number again corrects it. `content`: encodeBallot. */
  "paper.enter": z.strictObject({ decisionId: id, slip, content: keptText.max(8_192) }),
  "paper.erase": z.strictObject({ decisionId: id, slip }),
  /** Both readings agree and the numbers add up: the slips go into the urn. */
  "paper.pour": z.strictObject({ decisionId: id, missingReason: keptText.trim().max(500) }),
} as const;

/** The assembly that a desk's page is about. */
export type DeskAssembly = {
  id: string;
  slug: string;
  title: Translated;
  phase: "prepared" | "convened" | "live" | "closed";
};

/** A scrutineer who takes part in the ceremony. Keys are raw P-256 points in base64url. */
export type KeeperView = {
  personId: string;
  name: string;
  boxKey: string;
  signingKey: string;
};

/** The ceremony and the openings of one assembly, as somebody of the bureau sees them. */
export type UrnsView = {
  assembly: DeskAssembly;
  /** The reader's own person id. */
  me: string;
  may: { keep: boolean; deal: boolean; restart: boolean; askOpening: boolean };
  keepers: KeeperView[];
  /** Secret decisions in the order of the agenda. */
  urns: UrnView[];
};

/** One secret decision's urn. Bytes are base64url. */
export type UrnView = {
  decisionId: string;
  title: Translated;
  phase: DecisionPhase;
  seal: "server" | "scrutineers";
  /** `none` until the job process has made the credential keys. */
  stage: "none" | "keyed" | "ready" | "sealed" | "opened";
  threshold: number;
  urnKey?: string;
  shares: {
    personId: string;
    fingerprint: string;
    confirmed: boolean;
    /** The reader's own share alone, until they have confirmed it. */
    sealed?: string;
  }[];
  openingAsked: boolean;
  /** The process that opens just now, who has given it a share, ballots opened so far. */
  opening?: { opener: string; openerKey: string; given: string[]; done: number };
  boardSize?: number;
  boardHead?: string;
  /** Once opened: what an attestation is signed over, with the board's head. */
  openedHash?: string;
  reportHash?: string;
  /** Keepers who have attested. */
  attestedBy: string[];
};

/** One vote's paper ballots as a desk sees them. Never what somebody else has read on a slip. */
export type PaperVoteView = {
  decisionId: string;
  title: Translated;
  phase: DecisionPhase;
  definition: BallotDefinition;
  options: { id: string; label: Translated }[];
  /** Slips given out. */
  given: number;
  /** The reader's own reading, by number. */
  mine: { slip: number; content: string }[];
  /** Everybody who has entered slips, the reader too. */
  readers: { personId: string; name: string; slips: number }[];
  /** Numbers on which two readings differ, or that only one of them has; only once there are two. */
  differing: number[];
  /** Once poured into the urn. */
  sheet?: { given: number; found: number; missingReason: string };
};

/** The paper desk of an assembly. */
export type PaperDeskView = {
  assembly: DeskAssembly;
  me: string;
  may: { give: boolean; enter: boolean; pour: boolean; assist: boolean };
  votes: PaperVoteView[];
};

/** Somebody on the roll whom a desk looked up, with the channel of their mark by decision id. */
export type DeskElector = {
  id: string;
  name: string;
  registerNo?: string;
  marks: Record<string, "online" | "assisted" | "paper" | "no_script">;
};
