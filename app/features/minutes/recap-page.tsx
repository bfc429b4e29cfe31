import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RecapPage as Recap } from "#wire/minutes.ts";
import { ResultOf } from "#app/features/decisions/result-of.tsx";
import { formatDate, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RecapQuestions } from "./recap-questions.tsx";
import "./minutes.css";

/** One person's day: what they asked and what became of it, that they voted, what was decided. */
export function RecapPage({ page }: { page: Recap }) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  const { assembly, questions, votes, minutes } = page;
  return (
    <Page
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      title={t("recap.title")}
      lead={
        <>
          <p>{formatDate(language, assembly.day, "full")}</p>
          <p>{t("recap.lead")}</p>
        </>
      }
    >
      <PresenceOf page={page} />
      <RecapQuestions questions={questions} />
      <Section title={t("recap.votes.heading")}>
        {votes.length === 0 && <p className="muted">{t("recap.votes.none")}</p>}
        <ul className="recap-votes">
          {votes.map((vote) => (
            <li key={vote.decisionId}>
              <VoteLine vote={vote} />
            </li>
          ))}
        </ul>
      </Section>
      {minutes && (
        <p>
          <Link to={`/assembly/${assembly.slug}/minutes`}>{t("recap.minutes")}</Link>
        </p>
      )}
    </Page>
  );
}

function PresenceOf({ page: { presence } }: { page: Recap }) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  return (
    <Section title={t("recap.presence.heading")}>
      {presence.length === 0 && <p className="muted">{t("recap.presence.none")}</p>}
      <ul>
        {presence.map(({ from, to, site }) => {
          const place = site ?? t("recap.presence.online");
          const since = formatTime(language, from);
          return (
            <li key={from}>
              {to
                ? t("recap.presence.span", { from: since, to: formatTime(language, to), place })
                : t("recap.presence.since", { from: since, place })}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

type Vote = Recap["votes"][number];

function VoteLine({ vote }: { vote: Vote }) {
  const { t } = useTranslation("minutes");
  const { decisionId, title, voted, report, outcome } = vote;
  return (
    <article className="stack">
      <h3>
        <Words of={title} />
      </h3>
      {voted.length === 0 && <p className="muted">{t("recap.votes.absent")}</p>}
      {voted.map((ballot) => (
        <p key={ballot.name}>{t(...inWords(ballot, vote))}</p>
      ))}
      {report || outcome ? (
        <>
          <ResultOf decision={{ ...(report ? { report } : {}), ...(outcome ? { outcome } : {}) }} />
          <p>
            <Link to={`/decisions/${decisionId}/result`}>{t("vote.result")}</Link>
          </p>
        </>
      ) : (
        <p className="muted">{t("recap.votes.waiting")}</p>
      )}
    </article>
  );
}

/** That a ballot was taken, never what it says; a secret one may or may not be in the urn. */
function inWords(
  { name, self, way }: Vote["voted"][number],
  { ballotKind }: Vote,
): [string, { name: string }] {
  if (way === "mandate") return ["recap.votes.byMandate", { name }];
  const secret = ballotKind === "secret" && way === "online";
  if (self) return [secret ? "recap.votes.taken" : "recap.votes.voted", { name }];
  return [secret ? "recap.votes.takenFor" : "recap.votes.votedFor", { name }];
}
