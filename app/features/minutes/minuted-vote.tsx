import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  type MinutedVote as Vote,
  type Presence,
  textsInLaw,
  type Weight,
} from "#domain/minutes/document.ts";
import { ResultOf } from "#app/features/decisions/result-of.tsx";
import { useWords } from "#app/features/live-session/use-words.ts";
import { formatNumber, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Tag } from "#app/ui/tag.tsx";
import { ReconciliationTable } from "./reconciliation-table.tsx";

type MinutedVoteProps = {
  vote: Vote;
  /** Of the minutes. */
  language: string;
  /** Languages whose texts make law. */
  authoritative: readonly string[];
};

/** One vote in the minutes: its text, its hours, its quorum, its result and its reconciliation. */
export function MinutedVote({ vote, language: minutesIn, authoritative }: MinutedVoteProps) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  const words = useWords();
  const { texts, legalBasis, ballotKind, openedAt, closedAt } = vote;
  const titles = Object.fromEntries(
    Object.entries(texts).map(([tongue, text]) => [tongue, text.title]),
  );
  const opened = formatTime(language, openedAt);
  return (
    <article className="minuted-vote stack">
      <h3>{t("vote.heading", { title: words(titles) })}</h3>
      <p className="row small">
        <Tag>{t(`vote.${ballotKind}`)}</Tag>
        <span className="muted">{legalBasis}</span>
      </p>
      {textsInLaw(texts, minutesIn, authoritative).map(([tongue, text]) => (
        <blockquote key={tongue} lang={tongue} className="minuted-text">
          {text.text || text.title}
        </blockquote>
      ))}
      <p>
        {closedAt
          ? t("vote.hours", { opened, closed: formatTime(language, closedAt) })
          : t("vote.openSince", { opened })}
      </p>
      {vote.repeats && <p>{t("vote.repeats")}</p>}
      {vote.overrideReason && <p>{t("vote.override", { reason: vote.overrideReason })}</p>}
      <Quorum vote={vote} />
      {vote.annulled ? (
        <>
          <p>
            <strong>{t("vote.annulled", { reason: vote.annulled })}</strong>
          </p>
          {(vote.report || vote.outcome) && (
            <>
              <p>{t("vote.proclaimed")}</p>
              <Result vote={vote} title={words(titles)} />
            </>
          )}
        </>
      ) : (
        <Result vote={vote} title={words(titles)} />
      )}
    </article>
  );
}

function Quorum({ vote: { quorum } }: { vote: Vote }) {
  const { electorate, opened, closed } = quorum;
  return (
    <>
      {opened && <Snapshot at="quorumOpened" presence={opened} electorate={electorate} />}
      {closed && <Snapshot at="quorumClosed" presence={closed} electorate={electorate} />}
    </>
  );
}

type SnapshotProps = {
  at: "quorumOpened" | "quorumClosed";
  presence: Presence;
  electorate: Weight;
};

function Snapshot({ at, presence, electorate }: SnapshotProps) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  const absent = presence.represented?.persons ?? 0;
  return (
    <p className="small">
      {t(`vote.${at}`, {
        persons: formatNumber(language, presence.persons),
        ofPersons: formatNumber(language, electorate.persons),
        shares: formatNumber(language, presence.shares),
        ofShares: formatNumber(language, electorate.shares),
      })}{" "}
      {absent > 0 && t("vote.represented", { count: absent })}
    </p>
  );
}

function Result({ vote, title }: { vote: Vote; title: string }) {
  const { t } = useTranslation("minutes");
  const { decisionId, report, outcome, reconciliation } = vote;
  if (!report && !outcome) return <p className="muted">{t("vote.unpublished")}</p>;
  return (
    <>
      <ResultOf decision={{ ...(report ? { report } : {}), ...(outcome ? { outcome } : {}) }} />
      <p className="not-printed">
        <Link to={`/decisions/${decisionId}/result`}>{t("vote.result")}</Link>
      </p>
      {reconciliation && (
        <>
          <h4>{t("sheet.heading")}</h4>
          <ReconciliationTable sheet={reconciliation} title={title} />
        </>
      )}
    </>
  );
}
