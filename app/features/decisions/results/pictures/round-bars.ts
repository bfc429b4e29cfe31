import type { TransferReport } from "../rounds-table.tsx";
import type { Speaker } from "../speaker.ts";
import type { Bar, Bars } from "./option-bars.tsx";

/** Votes after a round, those that came in it apart. Whoever left before it is not there. */
export function roundBars(
  { options, order, detail }: TransferReport,
  at: number,
  speaker: Speaker,
): Bars {
  const { t, label } = speaker;
  const { rounds, unit, quota } = detail;
  const votesIn = (round: number, option: string) =>
    rounds[round]?.votes[options.indexOf(option)] ?? 0;
  const inWords = (parts: number) => t("results:count.votes", { count: parts / unit });
  const elected = new Set(rounds.slice(0, at + 1).flatMap((round) => round.elected));
  const bars = order.flat().flatMap((option): Bar[] => {
    const [votes, had] = [votesIn(at, option), votesIn(at - 1, option)];
    if (votes === 0 && had === 0) return [];
    const won = elected.has(option);
    const kept = at === 0 ? votes : Math.min(votes, had);
    return [
      {
        key: option,
        label: label(option),
        words: inWords(votes),
        won,
        parts: [
          { tone: won ? "won" : "rest", amount: kept },
          { tone: "gained", amount: votes - kept },
        ],
      },
    ];
  });
  return {
    bars,
    whole: Math.max(quota ?? 0, ...rounds.flatMap(({ votes }) => votes)),
    ...(quota === undefined
      ? {}
      : { line: { at: quota, label: t("results:picture.quota", { quota: inWords(quota) }) } }),
    legend: at === 0 ? [] : [{ tone: "gained", label: t("results:picture.gained") }],
  };
}
