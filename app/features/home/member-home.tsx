import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Happening } from "#wire/assembly.ts";
import { LatestResults, NextAssembly } from "./happening-sections.tsx";
import "./home.css";

/** For whoever is signed in: what is happening, what waits for them, what was decided. */
export function MemberHome({ name, happening }: { name: string; happening: Happening }) {
  const { t } = useTranslation();
  return (
    <Page title={t("home.greeting", { name })}>
      <NextAssembly
        happening={happening}
        enter={happening.openVotes.length > 0 ? "quiet" : "primary"}
      />
      <Waiting happening={happening} />
      <LatestResults results={happening.results} />
    </Page>
  );
}

function Waiting({ happening }: { happening: Happening }) {
  const { t } = useTranslation();
  const { openVotes, answers } = happening;
  return (
    <Section title={t("home.waitingTitle")}>
      {openVotes.length + answers.length === 0 ? (
        <EmptyState title={t("home.waitingNone.title")}>
          <p>{t("home.waitingNone.body")}</p>
        </EmptyState>
      ) : (
        <ul className="waiting">
          {openVotes.map((vote, index) => (
            <li
              key={`${vote.decisionId} ${vote.elector ?? ""}`}
              className="waiting-item waiting-vote"
            >
              <div>
                <p className="waiting-sign">{t("home.openVote")}</p>
                <p className="waiting-title">
                  <Words of={vote.title} tagged />
                </p>
                {vote.elector && (
                  <p className="muted">{t("home.voteFor", { name: vote.elector })}</p>
                )}
              </div>
              <ButtonLink
                to={`/decisions/${vote.decisionId}`}
                tone={index === 0 ? "primary" : "quiet"}
              >
                {t("home.vote")}
              </ButtonLink>
            </li>
          ))}
          {answers.map((answer) => (
            <Answer key={answer.questionId} answer={answer} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Answer({ answer }: { answer: Happening["answers"][number] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const standing = answer.answered ? "answered" : answer.overdue ? "overdue" : "owed";
  return (
    <li className={`waiting-item waiting-${standing}`}>
      <div>
        <p className="waiting-sign">
          {answer.answered
            ? t("home.answered", { number: answer.number })
            : answer.dueOn &&
              t(`home.${answer.overdue ? "overdue" : "owed"}`, {
                date: formatDate(language, answer.dueOn),
              })}
        </p>
        <p className="waiting-title" lang={answer.language}>
          <Link to={`/live-session/${answer.slug}#question-${answer.questionId}`}>
            {answer.text}
          </Link>
        </p>
        {!answer.answered && answer.owner && (
          <p className="muted">{t("home.owedBy", { owner: answer.owner })}</p>
        )}
      </div>
    </li>
  );
}
