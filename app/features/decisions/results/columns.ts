import type { ElectionReport } from "#wire/decisions.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { roundedShare, writeShare } from "../rounded-share.ts";
import { decimalOf, pointsOf, scaleOf, type Scale } from "./scale.ts";
import type { Speaker } from "./speaker.ts";
import { gradeInWords } from "./value-in-words.ts";

/** A column of the table of options: `cell` says it of one option. */
export type OptionColumn = {
  key: string;
  label: string;
  numeric: boolean;
  cell: (option: string) => string;
};

/** Where the count says nothing of an option. */
export const NOTHING = "–";

/** What the method's count says of each option. Rounds of transfers have a table of their own. */
export function columnsOf(report: ElectionReport, speaker: Speaker): OptionColumn[] {
  const scale = scaleOf(report);
  switch (report.method) {
    case "per-candidate":
      return candidateColumns(report.detail.candidates, speaker);
    case "approval":
    case "plurality-at-large":
      return markColumns(report, speaker);
    case "borda":
      return [
        column(speaker, "points", report.detail.halfPoints, ({ halfPoints }) =>
          formatNumber(speaker.language, halfPoints / 2, 1),
        ),
      ];
    case "score":
      return scoreColumns(report.detail.scores, speaker);
    case "majority-judgment":
      return gradeColumns(report.detail.profiles, scale, speaker);
    case "equal-shares":
      return shareColumns(report, scale, speaker);
    case "schulze":
    case "ranked-pairs":
      return pairColumns(report.options, report.detail.matrix, speaker);
    case "stv":
    case "irv":
      return [];
  }
}

type Of = { option: string };
type Detail<M extends ElectionReport["method"]> = Extract<ElectionReport, { method: M }>["detail"];

function column<T extends Of>(
  { t }: Speaker,
  key: string,
  rows: readonly T[],
  say: (row: T) => string | undefined,
): OptionColumn {
  const of = new Map(rows.map((row) => [row.option, row]));
  return {
    key,
    label: t(`results:column.${key}`),
    numeric: true,
    cell: (option) => {
      const row = of.get(option);
      return (row && say(row)) ?? NOTHING;
    },
  };
}

function candidateColumns(
  candidates: Detail<"per-candidate">["candidates"],
  speaker: Speaker,
): OptionColumn[] {
  const { t, language } = speaker;
  const counts = (["for", "against", "abstain"] as const).map((stance) =>
    column(speaker, stance, candidates, (votes) => formatNumber(language, votes[stance])),
  );
  if (candidates.every(({ term }) => term === undefined)) return counts;
  return [
    ...counts,
    column(speaker, "term", candidates, ({ term }) =>
      term === undefined ? undefined : t("results:count.years", { count: term }),
    ),
  ];
}

function markColumns(
  report: Extract<ElectionReport, { method: "approval" | "plurality-at-large" }>,
  speaker: Speaker,
): OptionColumn[] {
  const { language } = speaker;
  const { marks } = report.detail;
  const name = report.method === "approval" ? "approvals" : "marks";
  return [
    column(speaker, name, marks, ({ ballots }) => formatNumber(language, ballots)),
    column(speaker, "share", marks, ({ ballots }) => {
      const share = roundedShare(ballots, report.ballots.counted);
      return share && writeShare(share, language);
    }),
  ];
}

function scoreColumns(scores: Detail<"score">["scores"], speaker: Speaker): OptionColumn[] {
  const { language } = speaker;
  return [
    column(speaker, "sum", scores, ({ sum }) => formatNumber(language, sum)),
    column(speaker, "mean", scores, ({ mean }) =>
      mean ? formatNumber(language, decimalOf(mean), 2) : undefined,
    ),
    column(speaker, "graders", scores, ({ graders }) => formatNumber(language, graders)),
  ];
}

/** The majority grade, then how many ballots give each grade, from the best. */
function gradeColumns(
  profiles: Detail<"majority-judgment">["profiles"],
  scale: Scale,
  speaker: Speaker,
): OptionColumn[] {
  const grades = Array.from({ length: scale.grades }, (_, grade) => grade).reverse();
  return [
    column(speaker, "majorityGrade", profiles, ({ median }) =>
      median === undefined ? undefined : gradeInWords(median, scale, speaker),
    ),
    ...grades.map((grade) => ({
      ...column(speaker, "graders", profiles, (profile) =>
        formatNumber(speaker.language, profile.grades[grade] ?? 0),
      ),
      key: `grade-${grade}`,
      label: gradeInWords(grade, scale, speaker),
    })),
  ];
}

function shareColumns(
  { detail }: Extract<ElectionReport, { method: "equal-shares" }>,
  scale: Scale,
  speaker: Speaker,
): OptionColumn[] {
  const { t, language } = speaker;
  const points = (amount: Parameters<typeof pointsOf>[0]) =>
    formatNumber(language, pointsOf(amount, scale), 2);
  const inRounds = column(speaker, "boughtIn", detail.rounds, ({ round }) =>
    formatNumber(language, round),
  );
  return [
    column(speaker, "approvals", detail.approvals, ({ ballots }) =>
      formatNumber(language, ballots),
    ),
    {
      ...inRounds,
      cell: (option) =>
        detail.completed.includes(option) ? t("results:won.byApprovals") : inRounds.cell(option),
    },
    column(speaker, "price", detail.rounds, ({ each }) => points(each)),
    column(speaker, "left", detail.notBought, ({ money }) => points(money)),
  ];
}

function pairColumns(
  options: readonly string[],
  matrix: readonly number[][],
  speaker: Speaker,
): OptionColumn[] {
  const rows = options.map((option, a) => {
    const against = options.map((_, b) => (matrix[a]?.[b] ?? 0) - (matrix[b]?.[a] ?? 0));
    return {
      option,
      wins: against.filter((lead) => lead > 0).length,
      defeats: against.filter((lead) => lead < 0).length,
    };
  });
  return (["wins", "defeats"] as const).map((key) =>
    column(speaker, key, rows, (row) => formatNumber(speaker.language, row[key])),
  );
}
