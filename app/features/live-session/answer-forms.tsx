import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ANSWER_DUE_DAYS } from "#domain/live-session/question.ts";
import type { QuestionView } from "#wire/live-session.ts";
import { Button } from "#app/ui/button.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { ActForm, Hidden } from "./act-form.tsx";
import { Fold } from "./fold.tsx";
import { OwnerLanguage } from "./questions/owner-language.tsx";
import { useAct } from "./use-act.ts";
import { useDraft } from "./use-draft.ts";

type NoteAnswerProps = { question: QuestionView; written?: boolean; open?: boolean };

/** Writes down an answer: given aloud, or in writing. What is half written survives anything. */
export function NoteAnswer({ question, written = false, open = false }: NoteAnswerProps) {
  const { t } = useTranslation(["live-session", "questions"]);
  if (open) return <AnswerForm question={question} written={written} primary />;
  return (
    <Fold label={t(written ? "secretary.written" : "secretary.answer")}>
      <AnswerForm question={question} written={written} />
    </Fold>
  );
}

type AnswerFormProps = { question: QuestionView; written: boolean; primary?: boolean };

function AnswerForm({ question, written, primary = false }: AnswerFormProps) {
  const { t } = useTranslation(["live-session", "questions"]);
  const form = useRef<HTMLFormElement>(null);
  const act = written ? "question.answer-written" : "question.answer";
  const draft = useDraft(form, `palabre:${act}:${question.id}`, ["answer", "changes"]);
  const { Form, onSubmit, pending, refusal } = useAct(act, { done: draft.clear });
  return (
    <Form method="post" className="act-form" ref={form} onSubmit={onSubmit}>
      <Hidden intent={act} fields={{ questionId: question.id }} />
      <TextArea
        name="answer"
        label={t(written ? "secretary.written" : "secretary.answer")}
        help={t("secretary.answerHelp")}
        minLength={2}
        maxLength={4_000}
        rows={4}
      />
      {written && (
        <TextArea
          name="changes"
          label={t("questions:changesLabel")}
          help={t("questions:changesHelp")}
          optional
          maxLength={600}
          rows={2}
        />
      )}
      <Button busy={pending} tone={primary ? "primary" : "quiet"}>
        {t(written ? "secretary.writtenSave" : "secretary.answerSave")}
      </Button>
      {refusal && <RefusalNote refusal={refusal} />}
    </Form>
  );
}

/** Says who owes the answer in writing, and by when. */
export function OweAnswer({ question, today }: { question: QuestionView; today: string }) {
  const { t } = useTranslation(["live-session", "questions"]);
  return (
    <Fold label={t(question.state === "owed_written" ? "questions:owed.assign" : "secretary.owe")}>
      <ActForm
        act="question.owe"
        fields={{ questionId: question.id }}
        label={t("secretary.oweSave")}
      >
        <Field
          name="owner"
          label={t("secretary.owner")}
          help={t("secretary.ownerHelp")}
          minLength={2}
          maxLength={120}
          autoComplete="off"
        />
        <Field
          name="address"
          type="email"
          label={t("questions:arrange.address")}
          help={t("questions:arrange.addressHelp")}
          optional
          maxLength={200}
          autoComplete="off"
        />
        <OwnerLanguage />
        <Field
          name="dueOn"
          type="date"
          label={t("secretary.dueOn")}
          min={today}
          defaultValue={inDays(today, ANSWER_DUE_DAYS)}
        />
      </ActForm>
    </Fold>
  );
}

/** A calendar day so many days after another (ISO). */
function inDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
