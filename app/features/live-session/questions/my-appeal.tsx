import { useTranslation } from "react-i18next";
import { APPEAL_MAX, isAppealable } from "#domain/live-session/appeal.ts";
import type { MySessionView } from "#wire/live-session.ts";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";

/** The asker's way to somebody who had no part in what was decided, and what that person said. */
export function MyAppeal({ question }: { question: MySessionView["questions"][string] }) {
  const { t } = useTranslation("questions");
  const { appeal, state, id } = question;
  if (appeal) {
    const { outcome, note } = appeal;
    return (
      <Notice
        tone={outcome === "upheld" ? "done" : "wait"}
        title={t(`appeal.${outcome ?? "waits"}`)}
      >
        <p>{t("appeal.yourWords", { words: appeal.words })}</p>
        {note && <p>{t("appeal.judgeWords", { note })}</p>}
      </Notice>
    );
  }
  if (!isAppealable(state)) return null;
  return (
    <Fold label={t(`appeal.open.${state}`)}>
      <p>{t("appeal.why")}</p>
      <ActForm act="question.appeal" fields={{ questionId: id }} label={t("appeal.send")}>
        <TextArea
          name="words"
          label={t("appeal.words")}
          minLength={2}
          maxLength={APPEAL_MAX}
          rows={3}
        />
      </ActForm>
    </Fold>
  );
}
