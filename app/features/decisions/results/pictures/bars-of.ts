import type { ElectionReport } from "#wire/decisions.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { decimalOf, pointsOf, priceInPoints, scaleOf } from "../scale.ts";
import type { Speaker } from "../speaker.ts";
import { gradeInWords } from "../value-in-words.ts";
import type { Bar, Bars, BarTone } from "./option-bars.tsx";

type Of<M extends ElectionReport["method"]> = Extract<ElectionReport, { method: M }>;
export type BarredReport = Exclude<
  ElectionReport,
  { method: "stv" | "irv" | "schulze" | "ranked-pairs" }
>;

/** A count as bars, first option first. */
export function barsOf(report: BarredReport, speaker: Speaker): Bars {
  switch (report.method) {
    case "per-candidate":
      return candidateBars(report, speaker);
    case "approval":
    case "plurality-at-large": {
      const amounts = new Map(report.detail.marks.map((it) => [it.option, it.ballots]));
      return amountBars(report, speaker, {
        amounts,
        whole: report.ballots.counted,
        noun: "ballots",
      });
    }
    case "borda": {
      const points = report.detail.halfPoints.map(({ option, halfPoints }) => {
        return [option, halfPoints / 2] as const;
      });
      const whole = (report.detail.most * report.ballots.counted) / 2;
      return amountBars(report, speaker, { amounts: new Map(points), whole, noun: "points" });
    }
    case "score":
      return scoreBars(report, speaker);
    case "majority-judgment":
      return gradeBars(report, speaker);
    case "equal-shares":
      return shareBars(report, speaker);
  }
}

type Amounts = { amounts: Map<string, number>; whole: number; noun?: string };

/** Bars of one part, and the line of whoever took the last place. */
function amountBars(
  report: BarredReport,
  speaker: Speaker,
  { amounts, whole, noun }: Amounts,
): Bars {
  const { t, language } = speaker;
  const last = report.winners.map((option) => amounts.get(option) ?? 0);
  const isDrawn = report.winners.length > 0 && report.winners.length < report.options.length;
  return {
    whole,
    ...(isDrawn ? { line: { at: Math.min(...last), label: t("results:picture.lastPlace") } } : {}),
    bars: rowsOf(report, speaker, (option, won) => {
      const amount = amounts.get(option) ?? 0;
      return {
        words: noun
          ? t(`results:count.${noun}`, { count: amount })
          : formatNumber(language, amount, 2),
        parts: [{ tone: won ? "won" : "rest", amount }],
      };
    }),
  };
}

function rowsOf(
  { order, winners }: ElectionReport,
  { label }: Speaker,
  tell: (option: string, won: boolean) => Pick<Bar, "words" | "parts">,
): Bar[] {
  return order.flat().map((option) => {
    const won = winners.includes(option);
    return { key: option, label: label(option), won, ...tell(option, won) };
  });
}

function candidateBars(report: Of<"per-candidate">, speaker: Speaker): Bars {
  const { t, language } = speaker;
  const stances = ["for", "against", "abstain"] as const;
  const votes = new Map(report.detail.candidates.map((it) => [it.option, it]));
  return {
    whole: report.ballots.counted,
    legend: stances.map((tone) => ({ tone, label: t(`results:column.${tone}`) })),
    bars: rowsOf(report, speaker, (option) => {
      const counts = votes.get(option);
      return {
        words: `${formatNumber(language, counts?.for ?? 0)} – ${formatNumber(language, counts?.against ?? 0)}`,
        parts: stances.map((tone) => ({ tone, amount: counts?.[tone] ?? 0 })),
      };
    }),
  };
}

function scoreBars(report: Of<"score">, speaker: Speaker): Bars {
  const { by, scores } = report.detail;
  const best = scaleOf(report).grades - 1;
  const amounts = scores.map(({ option, sum, mean }) => {
    return [option, by === "sum" ? sum : mean ? decimalOf(mean) : 0] as const;
  });
  const whole = by === "sum" ? best * report.ballots.counted : best;
  return amountBars(report, speaker, { amounts: new Map(amounts), whole });
}

/** Ballots by grade, the best from the left: what the line of the half falls on is the median. */
function gradeBars(report: Of<"majority-judgment">, speaker: Speaker): Bars {
  const scale = scaleOf(report);
  const profiles = new Map(report.detail.profiles.map((it) => [it.option, it]));
  const grades = Array.from({ length: scale.grades }, (_, grade) => grade).reverse();
  const { counted } = report.ballots;
  return {
    whole: counted,
    line: { at: counted / 2, label: speaker.t("results:picture.half") },
    legend: scale.named
      ? grades.map((grade) => ({
          tone: toneOf(grade, scale.grades),
          label: gradeInWords(grade, scale, speaker),
        }))
      : [],
    bars: rowsOf(report, speaker, (option) => {
      const profile = profiles.get(option);
      return {
        words: profile?.median === undefined ? "–" : gradeInWords(profile.median, scale, speaker),
        parts: mergeTones(
          grades.map((grade) => ({
            tone: toneOf(grade, scale.grades),
            amount: profile?.grades[grade] ?? 0,
          })),
        ),
      };
    }),
  };
}

/** Six tones for however many grades. */
function toneOf(grade: number, grades: number): BarTone {
  const six = grades > 1 ? Math.round((5 * grade) / (grades - 1)) : 5;
  return `grade-${six}` as BarTone;
}

function mergeTones(parts: Bar["parts"]): Bar["parts"] {
  const amounts = new Map<BarTone, number>();
  for (const { tone, amount } of parts) amounts.set(tone, (amounts.get(tone) ?? 0) + amount);
  return [...amounts].map(([tone, amount]) => ({ tone, amount }));
}

/** Who paid for what: equal parts, emptied purses, and what was left where it was not enough. */
function shareBars(report: Of<"equal-shares">, speaker: Speaker): Bars {
  const { t } = speaker;
  const scale = scaleOf(report);
  const price = priceInPoints(scale);
  const { rounds, notBought, completed } = report.detail;
  const points = (count: number) => t("results:count.points", { count });
  return {
    whole: price,
    line: { at: price, label: t("results:picture.price", { price: points(price) }) },
    legend: (["won", "all-left", "rest"] as const).map((tone) => ({
      tone,
      label: t(`results:picture.paid.${tone}`),
    })),
    bars: rowsOf(report, speaker, (option) => {
      const bill = rounds.find((it) => it.option === option);
      if (bill) {
        const emptied = pointsOf(bill.emptiedPaid, scale);
        return {
          words: t("results:picture.payers", {
            round: bill.round,
            count: bill.inFull + bill.emptied,
          }),
          parts: [
            { tone: "won", amount: price - emptied },
            { tone: "all-left", amount: emptied },
          ],
        };
      }
      const left = notBought.find((it) => it.option === option);
      const amount = left ? pointsOf(left.money, scale) : 0;
      return {
        words: completed.includes(option) ? t("results:won.byApprovals") : points(amount),
        parts: [{ tone: "rest", amount }],
      };
    }),
  };
}
