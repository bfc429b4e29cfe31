import { describe, expect, it } from "vitest";
import type { Leaf, StatuteProfile } from "#domain/decisions/statute-profile.ts";
import {
  blockingUnverified,
  citationOf,
  DECISION_KINDS,
  DEFAULT_PROFILE,
  LEGAL_CHANNELS,
  ruleFor,
} from "#domain/decisions/statute-profile.ts";

const ordinary = { rule: ruleFor(DEFAULT_PROFILE, "ordinary"), legalChannel: "live_remote" };

function verified<T>(leaf: Leaf<T>): Leaf<T> {
  return { ...leaf, status: "verified", verifiedBy: "notaire", verifiedOn: "2026-10-01" };
}

/** A profile whose ordinary votes in the room and at a distance were checked. */
const CHECKED: StatuteProfile = {
  ...DEFAULT_PROFILE,
  oneTenthCap: verified(DEFAULT_PROFILE.oneTenthCap),
  majorities: {
    ...DEFAULT_PROFILE.majorities,
    ordinary: verified(DEFAULT_PROFILE.majorities.ordinary),
  },
  quorums: { ...DEFAULT_PROFILE.quorums, ordinary: verified(DEFAULT_PROFILE.quorums.ordinary) },
  channels: {
    ...DEFAULT_PROFILE.channels,
    live_remote: verified(DEFAULT_PROFILE.channels.live_remote),
  },
};

describe("the rule of a decision (rules §1.5)", () => {
  it.each([
    ["ordinary", "simple", undefined],
    ["statutes", "three_quarters", "shares"],
    ["object", "four_fifths", "shares"],
  ] as const)("%s: %s, quorum in %s", (kind, majority, unit) => {
    const rule = ruleFor(DEFAULT_PROFILE, kind);
    expect(rule).toMatchObject({ majority, secondMeeting: false, abstainInBase: false });
    expect(rule.quorum?.unit).toBe(unit);
    expect(rule.castingVote).toBeUndefined();
  });

  it("knows a second meeting where the statutes do", () => {
    expect(ruleFor(DEFAULT_PROFILE, "statutes", { secondMeeting: true }).secondMeeting).toBe(true);
    const without: StatuteProfile = {
      ...DEFAULT_PROFILE,
      secondMeeting: { value: "none", article: "", status: "assumed" },
    };
    expect(ruleFor(without, "statutes", { secondMeeting: true }).secondMeeting).toBe(false);
  });

  it("gives the chair a casting vote where the statutes do", () => {
    const profile: StatuteProfile = {
      ...DEFAULT_PROFILE,
      resolutionTie: { value: "casting_vote", article: "art. 40", status: "verified" },
    };
    expect(ruleFor(profile, "ordinary").castingVote).toBe(true);
  });
});

describe("values that nobody has verified (rules §0)", () => {
  it.each(DECISION_KINDS)("block a vote of kind %s by default", (kind) => {
    const rule = ruleFor(DEFAULT_PROFILE, kind);
    expect(blockingUnverified(DEFAULT_PROFILE, { rule, legalChannel: "in_room" })).toEqual([
      `quorums.${kind}`,
      `majorities.${kind}`,
      "channels.in_room",
      "oneTenthCap",
    ]);
  });

  it.each([
    ["checked in every respect", "live_remote", []],
    ["by another channel", "advance_remote", ["channels.advance_remote"]],
    ["by a channel nobody knows", "pigeon", ["channels.pigeon"]],
  ])("%s", (_, legalChannel, expected) => {
    expect(blockingUnverified(CHECKED, { ...ordinary, legalChannel })).toEqual(expected);
  });

  it("block nothing where nothing has legal effect", () => {
    expect(
      blockingUnverified(DEFAULT_PROFILE, { ...ordinary, legalChannel: "consultation" }),
    ).toEqual([]);
  });
});

describe("the default profile", () => {
  it("claims to have verified one member, one vote (art. 37) and nothing else", () => {
    expect(verifiedPaths(DEFAULT_PROFILE)).toEqual(["oneMemberOneVote"]);
    expect(DEFAULT_PROFILE.oneMemberOneVote.article).toContain("37");
  });

  it("has a leaf for every channel", () => {
    expect(Object.keys(DEFAULT_PROFILE.channels)).toEqual([...LEGAL_CHANNELS]);
  });

  it.each([
    ["ordinary", "CSA 2:41"],
    ["statutes", "CSA 6:85"],
    ["object", "CSA 6:86"],
  ] as const)("cites for %s: %s", (kind, citation) => {
    expect(citationOf(DEFAULT_PROFILE, ruleFor(DEFAULT_PROFILE, kind))).toBe(citation);
  });
});

function verifiedPaths(branch: object, path = ""): string[] {
  return Object.entries(branch).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null) return [];
    const here = path ? `${path}.${key}` : key;
    if ("status" in value) return value.status === "verified" ? [here] : [];
    return verifiedPaths(value, here);
  });
}
