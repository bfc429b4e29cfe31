import { useTranslation } from "react-i18next";
import { inLanguage, LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import { MOST_RANKED_OPTIONS } from "#domain/decisions/rankings.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckBox } from "#app/ui/choice.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { LiveRegion } from "#app/ui/live-region.tsx";
import type { Way } from "./option-moves.ts";
import { useOptionOrder } from "./use-option-order.ts";

/** Rows that wait for more options; saving brings new ones. */
const EMPTY_ROWS = 3;

type Option = { id?: string; label: Translated };

/** Candidates or proposals, each in the languages it has a name in. */
export function OptionFields({ options }: { options: Option[] }) {
  const { t } = useTranslation("designer");
  const language = useLanguage();
  const { list, order, moved, move } = useOptionOrder(options.length);
  const rows = [...order, ...Array.from({ length: EMPTY_ROWS }, (_, at) => options.length + at)];
  const said =
    moved === undefined
      ? ""
      : t("options.moved", {
          name: inLanguage(options[moved]?.label ?? {}, language)?.value ?? t("untitled"),
          place: order.indexOf(moved) + 1,
          of: order.length,
        });
  return (
    <>
      {/* The Enter key in a field saves; it does not press the first button that moves an option. */}
      <button name="intent" value="stay" hidden />
      <p className="muted">{t("options.lead")}</p>
      <p className="muted">{t("options.most", { count: MOST_RANKED_OPTIONS })}</p>
      <ol ref={list} className="designer-options">
        {rows.map((row, at) => {
          const option = options[row] ?? { label: {} };
          return (
            <li key={option.id ?? `empty ${row}`}>
              <OptionRow option={option} row={row} place={at + 1} of={order.length} onMove={move} />
            </li>
          );
        })}
      </ol>
      <LiveRegion message={said} />
      <TextArea
        name="pasted"
        label={t("options.pasted")}
        help={t("options.pastedHelp", { language: languageName(language, language) })}
        optional
      />
    </>
  );
}

type OptionRowProps = {
  option: Option;
  row: number;
  /** Where it stands, from 1, of how many that are saved. */
  place: number;
  of: number;
  onMove: (row: number, way: Way) => void;
};

function OptionRow(props: OptionRowProps) {
  const { option, row, place } = props;
  const { t } = useTranslation("designer");
  const reader = useLanguage();
  return (
    <fieldset className="designer-option stack" id={option.id && `option-${option.id}`}>
      <legend>{t("options.option", { number: place })}</legend>
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
      {option.id && (
        <>
          <div className="row">
            <MoveButton way="up" {...props} />
            <MoveButton way="down" {...props} />
          </div>
          <CheckBox name={`remove.${row}`} label={t("options.remove")} />
        </>
      )}
    </fieldset>
  );
}

/** Moves at once where scripts run; without them it saves the page with the option moved. */
function MoveButton({ way, option, row, place, of, onMove }: OptionRowProps & { way: Way }) {
  const { t } = useTranslation("designer");
  const name = inLanguage(option.label, useLanguage())?.value ?? t("untitled");
  const idle = place === (way === "up" ? 1 : of);
  return (
    <Button
      tone="quiet"
      name="intent"
      value={`${way}.${row}`}
      aria-disabled={idle || undefined}
      onClick={(event) => {
        event.preventDefault();
        if (!idle) onMove(row, way);
      }}
    >
      <span>
        {t(`options.${way}`)}
        <span className="for-ears"> {name}</span>
      </span>
    </Button>
  );
}
