import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextArea } from "#app/ui/field.tsx";
import {
  type DebatedText,
  PARAGRAPH_MOST,
  SENTENCE_MOST,
} from "#domain/workers-assembly/debate.ts";
import { TextDiff } from "./word-diff.tsx";

type TextFieldsProps = {
  /** What is changed: shown word by word while one types. */
  base: DebatedText;
  /** What stands in the fields at first; the base by default. */
  initial?: DebatedText;
  language: string;
  /** A rendering in another language is not compared. */
  compared?: boolean;
};

/** A demand's sentence and paragraph to write, and what changes by it. */
export function TextFields({ base, initial = base, language, compared = true }: TextFieldsProps) {
  const { t } = useTranslation("workers-day");
  const [text, setText] = useState(initial);
  const changed = text.sentence !== base.sentence || text.paragraph !== base.paragraph;
  return (
    <>
      <TextArea
        name="sentence"
        label={t("text.sentence")}
        lang={language}
        rows={2}
        maxLength={SENTENCE_MOST}
        defaultValue={initial.sentence}
        onInput={({ currentTarget: { value: sentence } }) => setText({ ...text, sentence })}
      />
      <TextArea
        name="paragraph"
        label={t("text.paragraph")}
        lang={language}
        rows={6}
        maxLength={PARAGRAPH_MOST}
        defaultValue={initial.paragraph}
        onInput={({ currentTarget: { value: paragraph } }) => setText({ ...text, paragraph })}
      />
      {compared && changed && (
        <div className="debate-preview">
          <p className="small muted">{t("text.preview")}</p>
          <TextDiff before={base} after={text} language={language} />
        </div>
      )}
    </>
  );
}
