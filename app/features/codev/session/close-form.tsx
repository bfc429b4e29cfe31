import { useTranslation } from "react-i18next";
import { MOODS } from "#domain/codev/words.ts";
import { CheckBox, Choice, Choices } from "#app/ui/choice.tsx";
import { QueuedForm } from "./queued-form.tsx";

/** The end: the little that organisers learn, and what becomes of one's own notes. */
export function CloseForm({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation("codev-session");
  return (
    <QueuedForm
      act="codev-session.close"
      fields={{ sessionId }}
      label={t("close.now")}
      tone="primary"
    >
      <p>{t("close.why")}</p>
      <Choices legend={t("close.mood")}>
        {MOODS.map((mood) => (
          <Choice key={mood} name="mood" value={mood} required label={t(`close.moods.${mood}`)} />
        ))}
      </Choices>
      <CheckBox name="incident" label={t("close.incident")} help={t("close.incidentHelp")} />
      <CheckBox name="keepNotes" label={t("close.keepNotes")} help={t("close.keepNotesHelp")} />
    </QueuedForm>
  );
}
