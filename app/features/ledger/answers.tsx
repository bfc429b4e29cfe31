import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import { isLanguage } from "#domain/kernel/languages.ts";
import type { ItemMove, ItemPage } from "#wire/ledger-pages.ts";
import "./ledger.css";

const TOLD = ["answered", "contested", "progressed", "withdrawn"] as const;

/** What was answered, contested and done, in order: the two sides stand beside each other. */
export function Answers({ page: { moves, item } }: { page: ItemPage }) {
  const { t } = useTranslation("ledger");
  const language = useLanguage();
  const told = moves.filter(({ event }) => TOLD.some((one) => one === event));
  return (
    <Section title={t("answers.title")} id="answer">
      {item.state === "waiting" && item.dueOn && (
        <p>
          {t(item.late ? "answers.late" : "answers.owed", {
            who: t(`addressee.${item.addressee}`),
            date: formatDate(language, item.dueOn),
          })}
        </p>
      )}
      {told.map((move, at) => (
        <article key={at} className={`ledger-answer ledger-answer-${move.event}`}>
          <h3>
            <AnswerTitle move={move} />
          </h3>
          <AnswerBody move={move} />
        </article>
      ))}
    </Section>
  );
}

function AnswerTitle({ move }: { move: ItemMove }) {
  const { t } = useTranslation("ledger");
  const language = useLanguage();
  const date = formatDate(language, move.at);
  if (move.event === "answered") {
    const who = t(`addressee.${move.words["by"] ?? move.addressee}`);
    return <>{t("answers.given", { who, date, outcome: t(`outcome.${move.outcome}`) })}</>;
  }
  if (move.event === "progressed") {
    return <>{t("answers.progress", { date, progress: t(`progress.${move.progress}`) })}</>;
  }
  return <>{t(`answers.${move.event}`, { date })}</>;
}

function AnswerBody({ move: { words, promisedOn, event } }: { move: ItemMove }) {
  const { t } = useTranslation("ledger");
  const language = useLanguage();
  const { adapted, owner, referTo, evidence, mandate, decision, decidedOn } = words;
  const written = isLanguage(words["language"]) ? words["language"] : language;
  return (
    <>
      <p className="ledger-words" lang={written}>
        {words["reason"] ?? words["note"]}
      </p>
      {adapted && (
        <>
          <p className="muted small">{t("answers.adapted")}</p>
          <p className="ledger-words" lang={written}>
            {adapted}
          </p>
        </>
      )}
      <p className="muted">
        {[
          referTo && t("answers.referredTo", { who: t(`addressee.${referTo}`) }),
          owner && t("answers.owner", { owner }),
          decision &&
            t("answers.byDecision", {
              decision,
              date: formatDate(language, String(decidedOn)),
            }),
          mandate && t("answers.byMandate", { mandate }),
          event === "answered" &&
            promisedOn &&
            t("answers.promised", { date: formatDate(language, promisedOn) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {evidence && (
        <p>
          <a href={String(evidence)} rel="noreferrer">
            {t("answers.evidence")}
          </a>
        </p>
      )}
    </>
  );
}
