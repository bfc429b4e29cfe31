import type { Fraction } from "#domain/kernel/fraction.ts";
import type { ResolutionRule } from "#domain/decisions/resolution.ts";
import type { Sentence } from "./say.ts";

/** The fractions that have a name in every language. */
const NAMED = ["1_2", "1_3", "2_3", "3_4", "4_5", "1_10"];

/** `3/4` as "three quarters". */
export function fractionInWords({ num, den }: Fraction): Sentence {
  const name = `${num}_${den}`;
  return {
    key: `fraction.${NAMED.includes(name) ? name : "other"}`,
    values: { num, den },
  };
}

/** What it takes to adopt, before anybody votes. */
export function ruleInWords(rule: ResolutionRule): Sentence[] {
  return [
    { key: `rule.${rule.majority}`, values: {} },
    ...quorumInWords(rule),
    ...(rule.majority === "simple"
      ? [
          {
            key: rule.castingVote ? "rule.castingVote" : "rule.tie",
            values: {},
          },
        ]
      : []),
  ];
}

function quorumInWords({ quorum, secondMeeting }: ResolutionRule): Sentence[] {
  if (secondMeeting) return [{ key: "rule.secondMeeting", values: {} }];
  if (!quorum) return [];
  return [
    {
      key: `rule.quorum_${quorum.unit}`,
      values: { fraction: fractionInWords(quorum) },
    },
  ];
}
