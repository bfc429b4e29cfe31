import { useTranslation } from "react-i18next";
import { refusalReasonsFor } from "#domain/live-session/question.ts";
import type { QuestionView } from "#wire/live-session.ts";
import { Select, TextArea } from "#app/ui/field.tsx";
import { ActForm } from "./act-form.tsx";
import { Fold } from "./fold.tsx";

/** Refusing with one of the published reasons; the law's own reasons need a word besides. */
export function RefuseForm({ question }: { question: QuestionView }) {
  const { t } = useTranslation("live-session");
  const statutory = question.kind === "statutory";
  return (
    <Fold label={t("moderation.refuse")} shortcut="R">
      <p>{t("moderation.refuseWhy")}</p>
      <ActForm
        act="question.refuse"
        fields={{ questionId: question.id }}
        label={t("moderation.refuseConfirm")}
        tone="stop"
      >
        <Select
          name="reason"
          label={t("moderation.refuseReason")}
          defaultValue=""
          options={[
            { value: "", label: t("moderation.refuseChoose") },
            ...refusalReasonsFor(question.kind).map((reason) => ({
              value: reason,
              label: t(`reason.${reason}`),
            })),
          ]}
        />
        <TextArea
          name="note"
          label={t("moderation.refuseNote")}
          help={t("moderation.refuseNoteHelp")}
          optional={!statutory}
          maxLength={300}
          rows={2}
        />
      </ActForm>
    </Fold>
  );
}
