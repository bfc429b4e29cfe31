import { formatList, formatNumber, formatTime } from "#app/i18n/format.ts";
import type { MinutedVote, Presence } from "#domain/minutes/document.ts";
import type { Reconciliation } from "#domain/minutes/reconciliation.ts";
import { addsUp } from "#domain/minutes/reconciliation.ts";
import type { Speaker } from "./draft-sections.ts";

/** One vote of the minutes in sentences: where no table can stand. */
export function voteInWords(vote: MinutedVote, speaker: Speaker): string[] {
  const { say, language } = speaker;
  const { ballotKind, legalBasis, openedAt, closedAt, quorum } = vote;
  const opened = formatTime(language, openedAt);
  return [
    [say(`vote.${ballotKind}`), legalBasis].filter(Boolean).join(" – "),
    closedAt
      ? say("vote.hours", { opened, closed: formatTime(language, closedAt) })
      : say("vote.openSince", { opened }),
    ...(vote.repeats ? [say("vote.repeats")] : []),
    ...(vote.overrideReason ? [say("vote.override", { reason: vote.overrideReason })] : []),
    ...(quorum.opened ? [snapshot("quorumOpened", quorum.opened, vote, speaker)] : []),
    ...(quorum.closed ? [snapshot("quorumClosed", quorum.closed, vote, speaker)] : []),
    ...(vote.annulled
      ? [say("vote.annulled", { reason: vote.annulled }), ...proclaimedInWords(vote, speaker)]
      : [...resultInWords(vote, speaker), ...sheetInWords(vote.reconciliation, speaker)]),
  ];
}

function snapshot(
  at: "quorumOpened" | "quorumClosed",
  presence: Presence,
  { quorum: { electorate } }: MinutedVote,
  { say, language }: Speaker,
): string {
  const absent = presence.represented?.persons ?? 0;
  const sentence = say(`vote.${at}`, {
    persons: formatNumber(language, presence.persons),
    ofPersons: formatNumber(language, electorate.persons),
    shares: formatNumber(language, presence.shares),
    ofShares: formatNumber(language, electorate.shares),
  });
  return absent > 0 ? `${sentence} ${say("vote.represented", { count: absent })}` : sentence;
}

/** An annulled result stays in the minutes where it had been proclaimed. */
function proclaimedInWords(vote: MinutedVote, speaker: Speaker): string[] {
  if (!vote.report && !vote.outcome) return [];
  return [speaker.say("vote.proclaimed"), ...resultInWords(vote, speaker)];
}

function resultInWords({ report, outcome }: MinutedVote, speaker: Speaker): string[] {
  const { say, language, words } = speaker;
  if (report) {
    const { counts } = report;
    return [
      say("vote.counts", {
        for: formatNumber(language, counts.for),
        against: formatNumber(language, counts.against),
        abstain: formatNumber(language, counts.abstain),
      }),
      say(`vote.outcome.${report.outcome}`),
    ];
  }
  if (!outcome) return [say("vote.unpublished")];
  const names = outcome.winners.map(({ id, label }) => words(label) || id);
  return [
    names.length > 0
      ? say("vote.elected", { names: formatList(language, names) })
      : say("vote.nobody"),
  ];
}

function sheetInWords(sheet: Reconciliation | undefined, { say, language }: Speaker): string[] {
  if (!sheet) return [];
  const number = (value: number) => formatNumber(language, value);
  const pair = (what: string, count: number) => say("sheet.pair", { what, number: number(count) });
  const ways = sheet.lines.map(({ channel, marks }) => pair(say(`sheet.way.${channel}`), marks));
  const total = [
    pair(say("sheet.marks"), sheet.marks),
    pair(say("sheet.ballots"), sheet.ballots),
  ].join(", ");
  const verdict = addsUp(sheet)
    ? say(sheet.difference === 0 ? "sheet.agrees" : "sheet.agreesExplained")
    : say("sheet.disagrees", { count: Math.abs(sheet.unexplained) });
  return [
    `${say("sheet.heading")}. ${[...ways, total].join("; ")}.`,
    ...sheet.explained.map(({ code, count, reason = "" }) =>
      say(`sheet.explained.${code}`, { count, reason }),
    ),
    verdict,
  ];
}
