import type { Language } from "../kernel/languages.ts";
import type { Majority } from "./majority.ts";
import type { Quorum, ResolutionRule } from "./resolution.ts";

/** A value of the statutes, the article it rests on ("" while unknown) and whether that was checked. */
export type Leaf<T> = {
  value: T;
  article: string;
  status: "verified" | "assumed";
  verifiedBy?: string;
  /** ISO date. */
  verifiedOn?: string;
};

/** What a resolution changes; each kind has its majority and quorum (rules §1.5). */
export const DECISION_KINDS = ["ordinary", "statutes", "object"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Legal ways to vote (rules §1.2). A consultation is none of them: it has no legal effect. */
export const LEGAL_CHANNELS = ["in_room", "live_remote", "advance_remote", "proxy"] as const;
export type LegalChannel = (typeof LEGAL_CHANNELS)[number];

/** Legal parameters of one version of the statutes (rules §1.12); version and date are columns. */
export type StatuteProfile = {
  deedRef: string;
  oneMemberOneVote: Leaf<boolean>;
  /** Clear days: neither the day of dispatch nor that of the meeting counts. */
  convocationClearDays: Leaf<number>;
  /** Days before the meeting until which written questions are taken; 0: until it. */
  questionDeadlineDays: Leaf<number>;
  recordRule: Leaf<"register-on-the-day">;
  channels: Record<LegalChannel, Leaf<boolean>>;
  proxy: Leaf<{ delegateMustBeMember: boolean; maxPerDelegate: number }>;
  oneTenthCap: Leaf<{ on: boolean; includesProxies: boolean }>;
  majorities: Record<DecisionKind, Leaf<Majority>>;
  /** "none" where the statutes ask for none. */
  quorums: Record<DecisionKind, Leaf<Quorum | "none">>;
  secondMeeting: Leaf<"any" | "none">;
  resolutionTie: Leaf<"not_adopted" | "casting_vote">;
  electionTie: Leaf<"lot" | "casting_vote" | "age">;
  ballotsOnPersons: Leaf<"secret" | "named">;
  ballotsOnTexts: Leaf<"secret" | "named">;
  board: { termYears: Leaf<number>; paid: Leaf<boolean> };
  categories: Leaf<string[]>;
  authoritativeLanguages: Leaf<Language[]>;
};

function assumed<T>(value: T, article = ""): Leaf<T> {
  return { value, article, status: "assumed" };
}

const HALF_OF_SHARES: Quorum = { unit: "shares", num: 1, den: 2 };

/**
 * Belgian law for a cooperative where the statutes are silent. Nobody has checked it against the
 * Code nor the deed, save art. 37 of the statutes: every other leaf says "assumed".
 */
export const DEFAULT_PROFILE: StatuteProfile = {
  deedRef: "",
  oneMemberOneVote: { value: true, article: "Statuts art. 37", status: "verified" },
  convocationClearDays: assumed(15, "CSA 6:70"),
  questionDeadlineDays: assumed(0, "CSA 6:77"),
  recordRule: assumed("register-on-the-day"),
  channels: {
    in_room: assumed(true),
    live_remote: assumed(true, "CSA 6:75"),
    advance_remote: assumed(false),
    proxy: assumed(false),
  },
  proxy: assumed({ delegateMustBeMember: true, maxPerDelegate: 1 }),
  oneTenthCap: assumed({ on: true, includesProxies: true }, "CSA 8:5"),
  majorities: {
    ordinary: assumed("simple", "CSA 2:41"),
    statutes: assumed("three_quarters", "CSA 6:85"),
    object: assumed("four_fifths", "CSA 6:86"),
  },
  quorums: {
    ordinary: assumed("none"),
    statutes: assumed(HALF_OF_SHARES, "CSA 6:85"),
    object: assumed(HALF_OF_SHARES, "CSA 6:86"),
  },
  secondMeeting: assumed("any", "CSA 6:85"),
  resolutionTie: assumed("not_adopted"),
  electionTie: assumed("lot"),
  ballotsOnPersons: assumed("secret"),
  ballotsOnTexts: assumed("named"),
  board: {
    termYears: assumed(4, "Statuts art. 24"),
    paid: assumed(false, "Statuts art. 23"),
  },
  categories: assumed(["A", "B", "C"]),
  authoritativeLanguages: assumed(["fr", "nl"]),
};

/** What it takes to adopt a decision of this kind under these statutes. */
export function ruleFor(
  profile: StatuteProfile,
  kind: DecisionKind,
  { secondMeeting = false }: { secondMeeting?: boolean } = {},
): ResolutionRule {
  const quorum = profile.quorums[kind].value;
  return {
    majority: profile.majorities[kind].value,
    ...(quorum !== "none" ? { quorum } : {}),
    secondMeeting: secondMeeting && profile.secondMeeting.value === "any",
    abstainInBase: false,
    ...(profile.resolutionTie.value === "casting_vote" ? { castingVote: true } : {}),
  };
}

type RuledDecision = {
  rule: Pick<ResolutionRule, "majority">;
  legalChannel: string;
  /** Whether somebody may vote by mandate in it: then it hangs on what allows that, too. */
  byMandate?: boolean;
};

const KIND_OF: Record<Majority, DecisionKind> = {
  simple: "ordinary",
  three_quarters: "statutes",
  four_fifths: "object",
};

/** What a resolution with this majority changes. */
export function kindOf({ majority }: Pick<ResolutionRule, "majority">): DecisionKind {
  return KIND_OF[majority];
}

/** Leaves on which the validity of this decision hangs, by path (design §5: quorum, majority, channel, cap). */
function blockingLeaves(
  profile: StatuteProfile,
  decision: RuledDecision,
): [string, Leaf<unknown>][] {
  const kind = KIND_OF[decision.rule.majority];
  const channel = LEGAL_CHANNELS.find((known) => known === decision.legalChannel);
  return [
    [`quorums.${kind}`, profile.quorums[kind]],
    [`majorities.${kind}`, profile.majorities[kind]],
    // A channel that the profile does not know is one that nobody has verified.
    [`channels.${decision.legalChannel}`, channel ? profile.channels[channel] : assumed(false)],
    ["oneTenthCap", profile.oneTenthCap],
    ...(decision.byMandate
      ? ([
          ["channels.proxy", profile.channels.proxy],
          ["proxy", profile.proxy],
        ] as [string, Leaf<unknown>][])
      : []),
  ];
}

/**
 * Paths of the blocking values that nobody has verified. While there is one, a statutory vote opens
 * only with a written reason, kept in the file (rules §0). A consultation hangs on none.
 */
export function blockingUnverified(profile: StatuteProfile, decision: RuledDecision): string[] {
  if (decision.legalChannel === "consultation") return [];
  return blockingLeaves(profile, decision)
    .filter(([, leaf]) => leaf.status !== "verified")
    .map(([path]) => path);
}

/** The articles that a decision rests on, each once: "CSA 6:85, CSA 8:5". */
export function citationOf(
  profile: StatuteProfile,
  rule: Pick<ResolutionRule, "majority">,
): string {
  const kind = KIND_OF[rule.majority];
  const articles = [profile.majorities[kind].article, profile.quorums[kind].article];
  return [...new Set(articles.filter(Boolean))].join(", ");
}
