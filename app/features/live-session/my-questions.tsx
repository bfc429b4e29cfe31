import { useTranslation } from "react-i18next";
import type { MySessionView, QuestionView, SessionView } from "#wire/live-session.ts";
import { formatDate } from "#app/i18n/format.ts";
import { Choice } from "#app/ui/choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { QUESTION_MAX, QUESTION_MIN } from "#domain/live-session/question.ts";
import { ActForm, ConfirmAct } from "./act-form.tsx";
import { MemberFold } from "./member-fold.tsx";
import { QuestionCard } from "./question-card.tsx";
import { MyAppeal } from "./questions/my-appeal.tsx";
import { mergedQuestion } from "./session-lists.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** So many of one's own are short enough to be read where they stand. */
const SHORT = 2;

type MyQuestion = MySessionView["questions"][string];

/** One's own questions, each with where it stands and what comes next. */
export function MyQuestions(props: { mine: MySessionView; view: SessionView; today: string }) {
  const { t } = useTranslation("live-session");
  // Version 7 ids sort by time: the latest question first.
  const questions = Object.values(props.mine.questions).sort((a, b) => b.id.localeCompare(a.id));
  return (
    <MemberFold
      id="mine"
      title={t("mine.heading")}
      standing={t("list.count", { count: questions.length })}
      open={questions.length > 0 && questions.length <= SHORT}
    >
      {questions.length === 0 && <p className="muted">{t("mine.empty")}</p>}
      {questions.map((question) => {
        const mergedInto = mergedQuestion(props.view, question);
        return (
          <QuestionCard
            key={question.id}
            idPrefix="mine"
            own
            question={question}
            agenda={props.view.agenda}
            sites={props.view.questioning.sites}
            mergedInto={mergedInto}
            today={props.today}
          >
            <MyQuestionSteps
              question={question}
              mergedInto={mergedInto}
              questioning={props.view.questioning}
            />
          </QuestionCard>
        );
      })}
    </MemberFold>
  );
}

type StepsProps = {
  question: MyQuestion;
  mergedInto: QuestionView | undefined;
  questioning: SessionView["questioning"];
};

function MyQuestionSteps({ question, mergedInto, questioning }: StepsProps) {
  const { t } = useTranslation(["live-session", "questions"]);
  const language = useLanguage();
  const { state } = question;
  return (
    <div className="stack">
      <p>
        {t(nextKey({ question, mergedInto, questioning }), {
          number: mergedInto?.number,
          place: question.queuePlace,
          owner: question.answerOwner,
          date: question.answerDueOn && formatDate(language, question.answerDueOn),
        })}
      </p>
      {state === "refused" && question.refusalReason && (
        <p>{t("mine.refusedBecause", { reason: t(`reason.${question.refusalReason}`) })}</p>
      )}
      {question.refusalNote && <p>{t("mine.refusedNote", { note: question.refusalNote })}</p>}
      <MyAppeal question={question} />
      {state === "answered_oral" && <Contest question={question} />}
      {question.editable && <EditQuestion question={question} />}
      {question.editable && (
        <ConfirmAct
          act="question.withdraw"
          fields={{ questionId: question.id }}
          summary={t("mine.withdraw")}
          why={t("mine.withdrawWhy")}
          label={t("mine.withdrawConfirm")}
          tone="stop"
        />
      )}
    </div>
  );
}

/** The sentence that says what comes next. */
function nextKey({ question, mergedInto, questioning }: StepsProps): string {
  const { state, answerOwner } = question;
  const { mode, stage } = questioning;
  if (state === "published" && mode === "two-phase" && stage !== "burst") {
    return `questions:mine.${stage === "shown" ? "afterSupport" : "silent"}`;
  }
  if (state === "merged" && !mergedInto) return "questions:mine.mergedUnseen";
  if (state === "owed_written" && !answerOwner) return "questions:mine.owedByNobody";
  return `question.next.${state}`;
}

function Contest({ question }: { question: MyQuestion }) {
  const { t } = useTranslation("live-session");
  const contested = question.contested ?? false;
  return (
    <>
      {contested && <p>{t("mine.contestedNote")}</p>}
      <ActForm
        act="question.contest"
        fields={{ questionId: question.id, notAnswered: String(!contested) }}
        label={t(contested ? "mine.uncontest" : "mine.contest")}
      />
    </>
  );
}

function EditQuestion({ question }: { question: MyQuestion }) {
  const { t } = useTranslation("live-session");
  return (
    <details>
      <summary>{t("mine.edit")}</summary>
      <ActForm
        act="question.edit"
        fields={{ questionId: question.id }}
        label={t("mine.editSave")}
        tone="primary"
      >
        <TextArea
          name="text"
          label={t("write.text")}
          help={t("mine.editNote")}
          defaultValue={question.text}
          lang={question.language}
          maxLength={QUESTION_MAX}
          minLength={QUESTION_MIN}
        />
        <Choice
          type="checkbox"
          name="nameHidden"
          label={t("write.nameHidden")}
          help={t("write.nameHiddenHelp")}
          defaultChecked={question.nameHidden}
        />
      </ActForm>
    </details>
  );
}
