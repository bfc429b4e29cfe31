import { MAJORITIES } from "#domain/decisions/majority.ts";
import type {
  Explanation,
  ResolutionReport,
  ResolutionWarning,
} from "#domain/decisions/resolution.ts";
import { roundedShare, type RoundedShare } from "./rounded-share.ts";
import type { Sentence } from "./say.ts";

/** The result in one sentence: the outcome, the votes, what was needed. */
export function headline(report: ResolutionReport): Sentence {
  const { outcome, quorum, counts, rule, expressed } = report;
  if (outcome === "not-quorate" && quorum) {
    const { present, needed, total } = quorum;
    return {
      key: `headline.carence_${quorum.unit}`,
      values: { present, needed, total },
    };
  }
  const values = {
    votes: votesInWords(report),
    needed: sentence(`needed.${rule.majority}`),
  };
  if (outcome === "adopted") return { key: "headline.adopted", values };
  if (expressed === 0) return { key: "headline.nothingExpressed", values };
  const tied = rule.majority === "simple" && counts.for === counts.against;
  return { key: tied ? "headline.tied" : "headline.rejected", values };
}

/** Why the result is what it is: the rule step by step, the cap, the margin, what to mind. */
export function explainReport(report: ResolutionReport): Sentence[] {
  return [
    ...report.explanation.map(stepInWords),
    presentInWords(report),
    oneTenthInWords(report),
    ...marginInWords(report),
    ...(report.outcome === "not-quorate" ? [sentence("carence.next")] : []),
  ];
}

/** What a reader should mind before quoting the result. */
export function warningsInWords(report: ResolutionReport): Sentence[] {
  // That the cap was not applied is said where the cap is explained.
  const shown = report.warnings.filter((warning) => warning !== "cap-not-applied");
  return shown.map((warning) => warningInWords(warning, report));
}

/** How many voted, and of whom: a percentage without its base says nothing (V12). */
export function turnoutInWords({ voters, electorate }: ResolutionReport): Sentence {
  return withShare("turnout", voters, electorate.persons, {
    total: electorate.persons,
  });
}

/** Both percentages for the outcome: the legal one first, then the one that includes abstentions. */
export function sharesInWords(report: ResolutionReport): Sentence[] {
  const { counts, expressed, voters, outcome } = report;
  // Without a quorum these votes decided nothing: a percentage would make them look as if.
  if (outcome === "not-quorate") return [];
  const bar = MAJORITIES[report.rule.majority];
  const legal = roundedShare(counts.for, expressed, bar);
  const wide = roundedShare(counts.for, voters);
  return [
    ...(legal ? [{ key: "share.ofExpressed", values: { share: legal } }] : []),
    ...(wide ? [{ key: "share.ofVoters", values: { share: wide } }] : []),
  ];
}

/** The percentages of the table; undefined where only the count may be shown (rules §5.3). */
export function tableShares(report: ResolutionReport): {
  ofExpressed: Record<"for" | "against", RoundedShare | undefined>;
  ofVoters: Record<"for" | "against" | "abstain", RoundedShare | undefined>;
} {
  const { counts, expressed, voters } = report;
  const { num, den } = MAJORITIES[report.rule.majority];
  return {
    ofExpressed: {
      for: roundedShare(counts.for, expressed, { num, den }),
      against: roundedShare(counts.against, expressed, { num: den - num, den }),
    },
    ofVoters: {
      for: roundedShare(counts.for, voters),
      against: roundedShare(counts.against, voters),
      abstain: roundedShare(counts.abstain, voters),
    },
  };
}

/** `68 for, 6 against, 26 abstentions`, each part in its own number. */
export function votesInWords({ counts }: ResolutionReport): Sentence[] {
  return [
    { key: "votes.for", values: { count: counts.for } },
    { key: "votes.against", values: { count: counts.against } },
    { key: "votes.abstain", values: { count: counts.abstain } },
  ];
}

function stepInWords(step: Explanation): Sentence {
  const { code } = step;
  switch (code) {
    case "quorum-reached":
    case "quorum-missed": {
      const { present, needed, total } = step;
      return {
        key: `step.${code}_${step.unit}`,
        values: { present, needed, total },
      };
    }
    case "abstentions-out":
      return { key: `step.${code}`, values: { count: step.abstain } };
    case "tie-casting-vote":
      return { key: `step.${code}_${step.chair}`, values: {} };
    case "majority-reached":
    case "majority-missed": {
      const { for: inFavour, expressed, needed } = step;
      const values = { for: inFavour, expressed, needed };
      return { key: `step.${code}_${step.majority}`, values };
    }
    default:
      return sentence(`step.${code}`);
  }
}

/** Quorums count shares or persons: both are said, whichever was asked (rules §1.5). */
function presentInWords({ present, electorate }: ResolutionReport): Sentence {
  return {
    key: "present",
    values: {
      persons: present.persons,
      ofPersons: electorate.persons,
      shares: present.shares,
      ofShares: electorate.shares,
    },
  };
}

function oneTenthInWords({ oneTenth, voters }: ResolutionReport): Sentence {
  const { limit, holdersOver, excess } = oneTenth;
  if (!oneTenth.applies) return { key: "oneTenth.notApplied", values: { count: voters } };
  if (excess === 0) return { key: "oneTenth.kept", values: { count: limit, voters } };
  return {
    key: "oneTenth.exceeded",
    values: { count: holdersOver, excess, limit, voters },
  };
}

function marginInWords({ outcome, margin, quorum }: ResolutionReport): Sentence[] {
  if (outcome === "not-quorate") {
    const missing = quorum ? quorum.needed - quorum.present : 0;
    return [
      {
        key: `margin.quorum_${quorum?.unit ?? "persons"}`,
        values: { count: missing },
      },
    ];
  }
  const { changed, added } = margin;
  const asked = outcome === "adopted" ? "against" : "for";
  return [
    ...(changed ? [{ key: "margin.changed", values: { count: changed } }] : []),
    ...(added ? [{ key: `margin.added_${asked}`, values: { count: added } }] : []),
    ...(!changed && !added ? [sentence("margin.none")] : []),
  ];
}

function warningInWords(warning: ResolutionWarning, report: ResolutionReport): Sentence {
  if (warning !== "low-expression") return sentence(`warning.${warning}`);
  return withShare("warning.low-expression", report.expressed, report.voters, {
    voters: report.voters,
  });
}

function withShare(
  key: string,
  part: number,
  whole: number,
  values: Record<string, number>,
): Sentence {
  const share = roundedShare(part, whole);
  const all = { count: part, ...values };
  return share ? { key, values: { ...all, share } } : { key: `${key}-counts`, values: all };
}

function sentence(key: string): Sentence {
  return { key, values: {} };
}
