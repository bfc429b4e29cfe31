import { useTranslation } from "react-i18next";
import { blocksOf } from "#app/features/assembly/blocks.ts";
import { ActForm, type HiddenFields } from "#app/features/live-session/act-form.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { TextArea } from "#app/ui/field.tsx";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import type { WrittenText } from "#wire/programme.ts";

/** A note or a synthesis, in every language it was written in; each says which. */
export function ReadText({ written }: { written: WrittenText }) {
  const { t } = useTranslation("programme");
  const reader = useLanguage();
  const languages = [reader, ...LANGUAGES.filter((one) => one !== reader)].filter(
    (one) => written.texts[one],
  );
  return (
    <>
      {!written.published && <Tag tone="ochre">{t("written.draft")}</Tag>}
      {languages.map((language) => (
        <article key={language} lang={language} className="written">
          <p>
            <LanguageTag language={language} />
          </p>
          <TextBlocks text={written.texts[language] ?? ""} />
        </article>
      ))}
    </>
  );
}

/** Paragraphs, lists and headings of a text that was written plainly. */
export function TextBlocks({ text }: { text: string }) {
  return (
    <div className="stack">
      {blocksOf(text).map((block, index) =>
        block.kind === "list" ? (
          <ul key={index}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ) : block.kind === "heading" ? (
          <p key={index}>
            <strong>{block.text}</strong>
          </p>
        ) : (
          <p key={index}>{block.text}</p>
        ),
      )}
    </div>
  );
}

type Acts =
  | { write: "programme.write-note"; publish: "programme.publish-note" }
  | { write: "programme.write-synthesis"; publish: "programme.publish-synthesis" };

/** Writing, a language at a time, and publishing. A draft is read by those who write alone. */
export function WriteText({
  written,
  spoken,
  acts,
  fields,
}: {
  written: WrittenText | undefined;
  /** The languages that the place speaks. */
  spoken: Language[];
  acts: Acts;
  fields: HiddenFields;
}) {
  const { t } = useTranslation("programme");
  const reader = useLanguage();
  const { revision, texts, published } = written ?? { revision: 0, texts: {}, published: false };
  return (
    <details className="write-text" open={!published}>
      <summary>{t("written.edit")}</summary>
      <div className="stack">
        <p className="small muted">{t("written.help")}</p>
        {spoken.map((language) => (
          <ActForm
            key={`${language}-${revision}`}
            act={acts.write}
            fields={{ ...fields, language, revision: String(revision) }}
            label={t("written.save", { language: languageName(language, reader) })}
            className="stack"
          >
            <TextArea
              label={t("written.label", { language: languageName(language, reader) })}
              name="text"
              lang={language}
              optional
              rows={8}
              maxLength={20_000}
              defaultValue={texts[language] ?? ""}
            />
          </ActForm>
        ))}
        {Object.keys(texts).length > 0 && (
          <ActForm
            act={acts.publish}
            fields={{ ...fields, open: published ? "false" : "true" }}
            label={t(published ? "written.takeBack" : "written.publish")}
            tone={published ? "quiet" : "primary"}
          />
        )}
      </div>
    </details>
  );
}
