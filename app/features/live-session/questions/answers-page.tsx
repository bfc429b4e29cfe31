import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Translated } from "#domain/kernel/languages.ts";
import type { QuestionView } from "#wire/live-session.ts";
import type { AnswerLine, QuestioningView } from "#wire/questions.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { QuestionCard } from "../question-card.tsx";
import "./questions.css";

type AnswersPageProps = {
  assembly: { slug: string; title: Translated };
  /** ISO date. */
  today: string;
  sites: QuestioningView["sites"];
  answers: AnswerLine[];
};

/** For everybody: which answers are late, which are owed, by whom and until when, which were given. */
export function AnswersPage({ assembly, today, sites, answers }: AnswersPageProps) {
  const { t } = useTranslation("questions");
  const late = answers.filter(({ overdue }) => overdue);
  const owed = answers.filter(({ state, overdue }) => state === "owed_written" && !overdue);
  const given = answers.filter(({ state }) => state !== "owed_written");
  const list = { sites, today };
  return (
    <Page
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      title={t("answers.title")}
      lead={<p>{t("answers.lead")}</p>}
    >
      <Answers {...list} title={t("answers.late", { count: late.length })} answers={late} />
      {late.length === 0 && <p>{t("answers.noneLate")}</p>}
      <Answers {...list} title={t("answers.owed", { count: owed.length })} answers={owed} />
      {owed.length === 0 && <p>{t("answers.noneOwed")}</p>}
      <Answers {...list} title={t("answers.given", { count: given.length })} answers={given} />
      <p>
        <Link to={`/assembly/${assembly.slug}/questions`}>{t("desk.account")}</Link>
      </p>
    </Page>
  );
}

type AnswersProps = Pick<AnswersPageProps, "sites" | "today" | "answers"> & { title: string };

function Answers({ title, sites, today, answers }: AnswersProps) {
  if (answers.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="answer-lists">
        {answers.map((line) => (
          <li key={line.id}>
            <QuestionCard
              bare
              question={asQuestion(line)}
              agenda={{}}
              sites={sites}
              today={today}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A line of this page as every other page shows a question. */
function asQuestion({ owner, dueOn, ...line }: AnswerLine): QuestionView {
  return {
    ...line,
    ...(owner ? { answerOwner: owner } : {}),
    ...(dueOn ? { answerDueOn: dueOn } : {}),
  };
}
