import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { MySessionView, QuestionView, SessionView } from "#wire/live-session.ts";
import { takesSupport } from "#domain/live-session/rounds.ts";
import type { MergePatch } from "#wire/merge-patch.ts";
import { Button } from "#app/ui/button.tsx";
import { MemberFold } from "./member-fold.tsx";
import { QuestionCard } from "./question-card.tsx";
import { RoundPanel } from "./questions/round-panel.tsx";
import { useSeen } from "./questions/use-seen.ts";
import { isSupportable, listInOrder, mergedQuestion } from "./session-lists.ts";
import { SupportButton } from "./support-button.tsx";
import { useSteadyOrder } from "./use-steady-order.ts";

/** So many questions are short enough to be read where they stand. */
const SHORT = 3;

type PublishedQuestionsProps = {
  view: SessionView;
  mine: MySessionView;
  patchMine: (changes: MergePatch) => void;
  today: string;
};

/** All questions that everybody may read. The list holds still until the reader asks for the new. */
export function PublishedQuestions({ view, mine, patchMine, today }: PublishedQuestionsProps) {
  const { t } = useTranslation("live-session");
  const { mode, stage, sites } = view.questioning;
  const wanted = listInOrder(view, mine.orderSeed);
  const { shown, waiting, showNew } = useSteadyOrder(wanted);
  const list = useSeen(view.assembly.id, mode === "continuous" && view.assembly.phase === "live");
  // A burst brings its questions to everybody, each in an order of their own: nobody had any before.
  const questions = (stage === "burst" ? wanted : shown).flatMap((id) => view.questions[id] ?? []);
  return (
    <MemberFold
      id="published"
      title={t("list.heading")}
      standing={t("list.count", { count: wanted.length })}
      open={stage === "burst" || wanted.length <= SHORT}
    >
      <RoundPanel questioning={view.questioning} />
      <div className="published-new" role="status">
        {waiting > 0 && stage !== "burst" && (
          <Button type="button" tone="quiet" onClick={showNew}>
            {t("list.showNew", { count: waiting })}
          </Button>
        )}
      </div>
      {questions.length === 0 && <p className="muted">{t("list.empty")}</p>}
      <ul className="published-list stack" ref={list}>
        {questions.map((question) => (
          <li key={question.id} data-question={isSupportable(question) ? question.id : undefined}>
            <PublishedQuestion
              question={question}
              agenda={view.agenda}
              sites={sites}
              open={takesSupport(mode, stage)}
              mergedInto={mergedQuestion(view, question)}
              supported={mine.supports[question.id] ?? false}
              patchMine={patchMine}
              today={today}
            />
          </li>
        ))}
      </ul>
    </MemberFold>
  );
}

type PublishedQuestionProps = {
  question: QuestionView;
  agenda: SessionView["agenda"];
  sites: SessionView["questioning"]["sites"];
  open: boolean;
  mergedInto: QuestionView | undefined;
  supported: boolean;
  patchMine: (changes: MergePatch) => void;
  today: string;
};

// Drawn again only when this very question changed: supports arrive four times a second.
const PublishedQuestion = memo(function PublishedQuestion(props: PublishedQuestionProps) {
  const { supported, open, patchMine, ...card } = props;
  return (
    <QuestionCard {...card}>
      <SupportButton
        question={card.question}
        supported={supported}
        open={open}
        patchMine={patchMine}
      />
    </QuestionCard>
  );
});
