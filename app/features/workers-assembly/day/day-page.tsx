import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { type DebateStep, isHeld } from "#domain/workers-assembly/debate.ts";
import { isBefore } from "#domain/workers-assembly/stage.ts";
import type { DayPage as Loaded, DebateCard, DayVote } from "#wire/workers-day-pages.ts";
import { LineNav } from "../line-nav.tsx";
import { CoordinateDay, DrawUp, Plan } from "./coordinate.tsx";
import "./day.css";

/** The day: what is debated where and when, then the plenary and its two votes. */
export function DayPage({ page }: { page: Loaded }) {
  const { t } = useTranslation("workers-day");
  const language = useLanguage();
  const { head, debates, rights } = page;
  const on = debates[0]?.startsAt ?? head.meetsOn;
  return (
    <Page
      kicker={
        on !== undefined && (
          <>
            {formatDate(language, on, "full")}
            {head.place && ` · ${head.place}`}
          </>
        )
      }
      title={t("title")}
      lead={<p>{t("lead")}</p>}
    >
      <LineNav head={head} />
      <Section title={t("rooms.title")}>
        {debates.length === 0 ? (
          <EmptyState title={t("rooms.none")}>
            <p>{t("rooms.noneHow")}</p>
          </EmptyState>
        ) : (
          byHour(debates).map(([startsAt, together]) => (
            <section key={startsAt} className="stack" aria-label={formatTime(language, startsAt)}>
              <h3 className="day-hour">
                <time dateTime={new Date(startsAt).toISOString()}>
                  {formatTime(language, startsAt)}
                </time>
              </h3>
              <ul className="day-cards">
                {together.map((debate) => (
                  <Card key={debate.id} page={page} debate={debate} />
                ))}
              </ul>
            </section>
          ))
        )}
        {!rights.enter && debates.length > 0 && <p className="muted">{t("rooms.notYours")}</p>}
      </Section>
      <Plenary page={page} />
      {rights.coordinate && <CoordinateDay page={page} />}
    </Page>
  );
}

/** What begins at one hour is held side by side. */
function byHour(debates: readonly DebateCard[]): [number, DebateCard[]][] {
  const hours = new Map<number, DebateCard[]>();
  for (const debate of debates) {
    hours.set(debate.startsAt, [...(hours.get(debate.startsAt) ?? []), debate]);
  }
  return [...hours].sort(([a], [b]) => a - b);
}

function Card({ page, debate }: { page: Loaded; debate: DebateCard }) {
  const { t } = useTranslation("workers-day");
  const language = useLanguage();
  const { head, rights } = page;
  const address = `/workers-assembly/${head.slug}/day/${debate.code}`;
  const readable = rights.enter || !isBefore(head.stage, "booked");
  return (
    <li className="day-card">
      <div className="row">
        <strong>{debate.code}</strong>
        <StepTag step={debate.step} />
        {debate.mine && <Tag tone="lake">{t("card.yours")}</Tag>}
      </div>
      <p className="day-sentence" lang={debate.language}>
        {readable ? <Link to={address}>{debate.sentence}</Link> : debate.sentence}
        {debate.language !== language && (
          <>
            {" "}
            <LanguageTag language={debate.language} />
          </>
        )}
      </p>
      {debate.renderedFrom && (
        <p className="small muted">
          {t("card.rendered")} <LanguageTag language={debate.renderedFrom} />
        </p>
      )}
      <p className="muted">
        {debate.room || t("card.noRoom")} · {t("card.minutes", { count: debate.minutes })}
        {debate.facilitated &&
          ` · ${debate.facilitator ? t("card.facilitator", { name: debate.facilitator }) : t("card.facilitated")}`}
      </p>
      {rights.coordinate && isPlannable(page) && <Plan debate={debate} />}
    </li>
  );
}

function isPlannable({ head }: Loaded): boolean {
  return head.stage === "ranked" || head.stage === "debating";
}

function StepTag({ step }: { step: DebateStep }) {
  const { t } = useTranslation("workers-day");
  if (step === "waiting") return <Tag>{t("steps.waiting")}</Tag>;
  if (!isHeld(step)) return <Tag tone="canopy">{t("steps.done")}</Tag>;
  return <Tag tone="plum">{t("card.now", { step: t(`steps.${step}`) })}</Tag>;
}

/** The plenary: each text is heard again, then voted on, then graded. */
function Plenary({ page }: { page: Loaded }) {
  const { t } = useTranslation("workers-day");
  const { head, debates, adoption, grading, rights } = page;
  if (debates.length === 0) return null;
  const minutes = debates.reduce((sum, debate) => sum + debate.plenaryMinutes, 0);
  return (
    <Section title={t("plenary.title")}>
      <p>{t("plenary.text", { count: debates.length, minutes })}</p>
      <ol className="day-votes">
        <Vote vote={adoption} name="adoption" />
        <Vote vote={grading} name="grading" />
      </ol>
      <div className="row">
        {head.session && rights.enter && (
          <ButtonLink to={`/live-session/${head.session}`}>{t("plenary.go")}</ButtonLink>
        )}
      </div>
      {rights.coordinate && <DrawUp page={page} />}
    </Section>
  );
}

function Vote({ vote, name }: { vote: DayVote | undefined; name: "adoption" | "grading" }) {
  const { t } = useTranslation("workers-day");
  const published = vote?.phase === "published";
  const title = t(`votes.${name}.title`);
  return (
    <li>
      {vote ? (
        <Link to={`/decisions/${vote.decisionId}${published ? "/result" : ""}`}>{title}</Link>
      ) : (
        <strong>{title}</strong>
      )}{" "}
      <span className="muted">
        {"· "}
        {t(vote ? `votes.phase.${vote.phase}` : `votes.${name}.before`)}
      </span>
    </li>
  );
}
