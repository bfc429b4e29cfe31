import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { kindsAskedIn, QUESTION_MAX, QUESTION_MIN } from "#domain/live-session/question.ts";
import type { SessionView } from "#wire/live-session.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CheckBox, Choice, Choices } from "#app/ui/choice.tsx";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ActForm } from "../act-form.tsx";
import { agendaInOrder } from "../session-lists.ts";
import { useWords } from "../use-words.ts";
import { SiteField } from "./site-field.tsx";

/** Types what somebody said or wrote on paper: one question, where and in which language it came. */
export function WriteForForm({ view }: { view: SessionView }) {
  const { t } = useTranslation(["questions", "live-session"]);
  const words = useWords();
  const language = useLanguage();
  // Each form that was kept makes room for an empty one, which keeps nothing of the last paper.
  const [kept, setKept] = useState(0);
  return (
    <>
      <div role="status">
        {kept > 0 && <Notice tone="done">{t("gather.kept", { count: kept })}</Notice>}
      </div>
      <ActForm
        key={kept}
        act="question.write-for"
        className="write-form act-form"
        fields={{ assemblyId: view.assembly.id }}
        label={t("gather.send")}
        tone="primary"
        onDone={() => setKept((before) => before + 1)}
      >
        <TextArea
          name="text"
          label={t("gather.text")}
          help={t("gather.textHelp")}
          minLength={QUESTION_MIN}
          maxLength={QUESTION_MAX}
        />
        <Select
          name="language"
          label={t("gather.language")}
          defaultValue={language}
          options={LANGUAGES.map((one) => ({ value: one, label: languageName(one) }))}
        />
        <SiteField sites={view.questioning.sites} none={t("place.none")} />
        <Select
          name="itemId"
          required={false}
          label={t("live-session:write.item")}
          defaultValue=""
          options={[
            { value: "", label: t("live-session:write.itemGeneral") },
            ...agendaInOrder(view).map((item) => ({
              value: item.id,
              label: `${String(item.position)}. ${words(item.title)}`,
            })),
          ]}
        />
        <Choices legend={t("live-session:write.kind")}>
          {kindsAskedIn(view.assembly.id).map((kind) => (
            <Choice
              key={kind}
              name="kind"
              value={kind}
              label={t(`live-session:question.kind.${kind}`)}
              help={kind === "statutory" ? t("gather.statutoryHelp") : undefined}
              defaultChecked={kind === "open"}
            />
          ))}
        </Choices>
        <Field
          name="asker"
          label={t("gather.asker")}
          help={t("gather.askerHelp")}
          optional
          maxLength={200}
          autoComplete="off"
        />
        <CheckBox
          name="nameHidden"
          label={t("gather.nameHidden")}
          help={t("gather.nameHiddenHelp")}
          defaultChecked
        />
      </ActForm>
    </>
  );
}
