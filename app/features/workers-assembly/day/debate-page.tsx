import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { type DebateStep, isHeld } from "#domain/workers-assembly/debate.ts";
import { isBefore } from "#domain/workers-assembly/stage.ts";
import type { DebatePage as Loaded } from "#wire/workers-day-pages.ts";
import { LineNav } from "../line-nav.tsx";
import { AmendmentsPart } from "./amendments-part.tsx";
import { ObjectionsPart } from "./objections-part.tsx";
import { Steering, Steps, StepTime } from "./steps.tsx";
import { TextPart } from "./text-part.tsx";
import { useFreshDebate } from "./use-fresh-debate.ts";
import { WordsPart } from "./words-part.tsx";
import "./day.css";

type DebatePageProps = { page: Loaded; loadedAt: number };

/** The room of one debate: its step, its text, and what people say to it; it changes by itself. */
export function DebatePage({ page, loadedAt }: DebatePageProps) {
  const { t } = useTranslation("workers-day");
  const language = useLanguage();
  const { head, debate, rights } = page;
  const inside = rights.speak || rights.facilitate;
  useFreshDebate(debate);
  const last = page.versions.at(-1)!;
  return (
    <Page
      kicker={<Link to={`/workers-assembly/${head.slug}/day`}>{t("title")}</Link>}
      title={
        <>
          {debate.code} · <span lang={debate.language}>{last.sentence}</span>
        </>
      }
      lead={
        <p>
          {t("card.when", {
            date: formatDate(language, debate.startsAt),
            from: formatTime(language, debate.startsAt),
            minutes: debate.minutes,
          })}
          {debate.room && ` · ${debate.room}`}
        </p>
      }
      actions={
        inside && (
          <ButtonLink to="screen" tone="quiet">
            {t("screen.go")}
          </ButtonLink>
        )
      }
    >
      <LineNav head={head} />
      <div className="debate-now">
        <Steps debate={debate} />
        <p role="status">{t(`steps.about.${debate.step}`)}</p>
        {isHeld(debate.step) && <StepTime debate={debate} loadedAt={loadedAt} />}
      </div>
      <Outcome page={page} />
      {rights.facilitate && <Steering debate={debate} />}
      <TextPart page={page} />
      {inTurn(debate.step).map((step) => (
        <Said key={step} page={page} step={step} />
      ))}
      {inside && <p className="small muted">{t("unnamed")}</p>}
    </Page>
  );
}

const SAID_IN = ["clarify", "react", "amend", "objections"] as const;

/** What belongs to the present step comes first, the rest in the order in which it was said. */
function inTurn(now: DebateStep): (typeof SAID_IN)[number][] {
  return [...SAID_IN].sort((a, b) => Number(b === now) - Number(a === now));
}

function Said({ page, step }: { page: Loaded; step: (typeof SAID_IN)[number] }) {
  if (step === "clarify") return <WordsPart page={page} kind="question" />;
  if (step === "react") return <WordsPart page={page} kind="reaction" />;
  return step === "amend" ? <AmendmentsPart page={page} /> : <ObjectionsPart page={page} />;
}

/** What the plenary decided of it, in a sentence, and where the demand went from there. */
function Outcome({ page: { head, outcome } }: { page: Loaded }) {
  const { t } = useTranslation("workers-day");
  if (!outcome) return null;
  const { adopted, ...votes } = outcome;
  return (
    <p>
      <strong>{t(adopted ? "outcome.adopted" : "outcome.notAdopted", votes)}</strong>{" "}
      {!isBefore(head.stage, "booked") && (
        <Link to={`/workers-assembly/${head.slug}/book`}>{t("outcome.book")}</Link>
      )}
    </p>
  );
}
