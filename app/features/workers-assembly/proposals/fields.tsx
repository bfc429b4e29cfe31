import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Select, TextArea } from "#app/ui/field.tsx";
import { inLanguage, LANGUAGES } from "#domain/kernel/languages.ts";
import { PARAGRAPH_MOST, SENTENCE_MOST } from "#domain/workers-assembly/debate.ts";
import { PROPOSAL_KINDS } from "#domain/workers-assembly/stage.ts";
import type { City } from "#wire/proposal-pages.ts";
import type { EditionHead } from "#wire/workers-assembly.ts";

export type Values = Partial<
  Record<"kind" | "theme" | "city" | "language" | "sentence" | "paragraph", string>
>;

type Props = { head: EditionHead; cities: City[]; values: Values };

/** What every wording has: what it is, where it comes from, one sentence and one paragraph. */
export function ProposalFields({ head, cities, values }: Props) {
  const { t } = useTranslation("workers-assembly");
  return (
    <>
      <Choices legend={t("field.kind")}>
        {PROPOSAL_KINDS.map((kind) => (
          <Choice
            key={kind}
            name="kind"
            value={kind}
            required
            defaultChecked={values.kind === kind}
            label={t(`kind.${kind}`)}
            help={t(`kindHelp.${kind}`)}
          />
        ))}
      </Choices>
      <TextFields values={values} />
      <Where head={head} cities={cities} values={values} />
    </>
  );
}

export function TextFields({ values, lang }: { values: Values; lang?: string }) {
  const { t } = useTranslation("workers-assembly");
  return (
    <>
      <TextArea
        label={t("field.sentence")}
        help={t("field.sentenceHelp")}
        name="sentence"
        rows={2}
        maxLength={SENTENCE_MOST}
        lang={lang}
        defaultValue={values.sentence}
      />
      <TextArea
        label={t("field.paragraph")}
        help={t("field.paragraphHelp")}
        name="paragraph"
        rows={6}
        maxLength={PARAGRAPH_MOST}
        lang={lang}
        defaultValue={values.paragraph}
      />
    </>
  );
}

function Where({ head, cities, values }: Props) {
  const { t } = useTranslation("workers-assembly");
  const reader = useLanguage();
  return (
    <>
      <Select
        label={t("field.theme")}
        name="theme"
        defaultValue={values.theme}
        options={head.campaign.themes.map(({ id, titles }) => ({
          value: id,
          label: inLanguage(titles, reader)?.value ?? id,
        }))}
      />
      <Select
        label={t("field.city")}
        name="city"
        required={false}
        defaultValue={values.city}
        options={[
          { value: "", label: t("field.noCity") },
          ...cities.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        label={t("field.language")}
        name="language"
        defaultValue={values.language ?? reader}
        options={LANGUAGES.map((one) => ({ value: one, label: languageName(one, reader) }))}
      />
    </>
  );
}
