import { useTranslation } from "react-i18next";
import { LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CheckBox } from "#app/ui/choice.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";

/** Rows that wait for more options; saving brings new ones. */
const EMPTY_ROWS = 3;

type Option = { id?: string; label: Translated };

/** Candidates or proposals, each in the languages it has a name in. */
export function OptionFields({ options }: { options: Option[] }) {
  const { t } = useTranslation("designer");
  const language = useLanguage();
  const rows: Option[] = [...options, ...Array.from({ length: EMPTY_ROWS }, () => ({ label: {} }))];
  return (
    <>
      <p className="muted">{t("options.lead")}</p>
      <ol className="designer-options">
        {rows.map((option, row) => (
          <li key={option.id ?? `empty ${row}`}>
            <OptionRow option={option} row={row} />
          </li>
        ))}
      </ol>
      <TextArea
        name="pasted"
        label={t("options.pasted")}
        help={t("options.pastedHelp", { language: languageName(language, language) })}
        optional
      />
    </>
  );
}

function OptionRow({ option, row }: { option: Option; row: number }) {
  const { t } = useTranslation("designer");
  const reader = useLanguage();
  return (
    <fieldset className="designer-option stack">
      <legend>{t("options.option", { number: row + 1 })}</legend>
      <input type="hidden" name="row" value={row} />
      {option.id && <input type="hidden" name={`id.${row}`} value={option.id} />}
      <div className="designer-labels">
        {LANGUAGES.map((language) => (
          <Field
            key={language}
            name={`label.${row}.${language}`}
            lang={language}
            label={languageName(language, reader)}
            defaultValue={option.label[language] ?? ""}
            maxLength={300}
            optional
          />
        ))}
      </div>
      {option.id && <CheckBox name={`remove.${row}`} label={t("options.remove")} />}
    </fieldset>
  );
}
