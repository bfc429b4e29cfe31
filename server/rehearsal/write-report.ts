import type { Percentiles, RehearsalReport } from "#domain/live-session/rehearsal.ts";

const TIMES: Record<keyof RehearsalReport["times"], string> = {
  enter: "coming in, until the session is shown",
  act: "an act, until it is acknowledged",
  news: "a vote opens, until somebody is told",
  return: "the network is back, until all is right again",
  page: "loading the page of the session",
};

/** The report for a terminal; the same facts as its JSON. */
export function writeReport(report: RehearsalReport): string {
  const { members, seconds, votes, leftOut, network } = report;
  const lines = [
    `${members} invented members, ${votes} votes, ${seconds} s`,
    ...(leftOut > 0 ? [`${leftOut} votes in secret or by other methods were left out`] : []),
    "",
    "How fast (ms)                                        half     95 %     99 %   slowest   times",
    ...Object.entries(report.times).map(([what, times]) => timeLine(TIMES[what as "act"], times)),
    "",
    "Acknowledged and kept",
    ...Object.entries(report.acts).map(
      ([act, { acknowledged, kept }]) =>
        `  ${act.padEnd(10)} ${acknowledged} acknowledged, ${kept} kept`,
    ),
    "",
    `Network lost ${network.lost} times; rooms gone on with from where they were ${network.since} ` +
      `times, read anew ${network.anew} times`,
    ...Object.entries(report.expected).map(
      ([code, count]) => `Refused as it must be: ${code} ${count}`,
    ),
    "",
    ...(report.broken.length === 0
      ? ["Nothing broke."]
      : [
          "What broke",
          ...report.broken.map(({ what, count, example }) => `  ${what} ${count} × (${example})`),
        ]),
  ];
  return lines.join("\n");
}

function timeLine(what: string, { count, p50, p95, p99, max }: Percentiles): string {
  const figures = [p50, p95, p99, max, count].map((value) => String(value).padStart(8));
  return `  ${what.padEnd(48)}${figures.join(" ")}`;
}
