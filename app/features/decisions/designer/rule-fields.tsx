import { useTranslation } from "react-i18next";
import { DECISION_KINDS } from "#domain/decisions/statute-profile.ts";
import { CheckBox, Choice, Choices } from "#app/ui/choice.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import type { DesignedDraft } from "#wire/decision-designer.ts";
import { DeclaredRules } from "../results/declared-rules.tsx";
import {
  mayLimitChoices,
  type SettingField,
  settingFields,
  settingText,
  tieRulesFor,
} from "./setting-fields.ts";

type Draft = DesignedDraft["draft"];

/** What the method leaves to be declared beforehand: places, scale, how a tie falls. */
export function RuleFields({ draft }: { draft: Draft }) {
  const { t } = useTranslation(["designer", "results"]);
  const { method, settings, tieRule, minChoices, maxChoices } = draft;
  return (
    <>
      {method === "resolution" ? (
        <ResolutionRules draft={draft} />
      ) : (
        <div className="designer-declared stack">
          <DeclaredRules
            method={method}
            rule={settings}
            tieRule={tieRule}
            options={draft.options.length}
          />
        </div>
      )}
      {settingFields(method).map((field) => (
        <Setting key={field.name} field={field} value={settingText(settings, field)} />
      ))}
      {mayLimitChoices(method) && (
        <Field
          name="minChoices"
          type="number"
          min={1}
          max={1_000}
          label={t("settings.minChoices")}
          help={t("settings.minChoicesHelp")}
          defaultValue={minChoices ?? ""}
          optional
        />
      )}
      {mayLimitChoices(method) && (
        <Field
          name="maxChoices"
          type="number"
          min={1}
          max={1_000}
          label={t("settings.maxChoices")}
          help={t("settings.maxChoicesHelp")}
          defaultValue={maxChoices ?? ""}
          optional
        />
      )}
      <Choices legend={t("tie.legend")} help={t("tie.help")}>
        {tieRulesFor(method).map((rule) => (
          <Choice
            key={rule}
            name="tieRule"
            value={rule}
            label={t(`results:tieRule.${rule}`)}
            defaultChecked={rule === tieRule}
            required
          />
        ))}
      </Choices>
    </>
  );
}

function ResolutionRules({ draft }: { draft: Draft }) {
  const { t } = useTranslation("designer");
  return (
    <>
      <Choices legend={t("matter.legend")} help={t("matter.help")}>
        {DECISION_KINDS.map((matter) => (
          <Choice
            key={matter}
            name="matter"
            value={matter}
            label={t(`matter.${matter}`)}
            defaultChecked={matter === draft.matter}
            required
          />
        ))}
      </Choices>
      <CheckBox
        name="secondMeeting"
        label={t("matter.secondMeeting")}
        help={t("matter.secondMeetingHelp")}
        defaultChecked={draft.secondMeeting}
      />
    </>
  );
}

function Setting({ field, value }: { field: SettingField; value: string }) {
  const { t } = useTranslation("designer");
  const { name } = field;
  const label = t(`settings.${name}`);
  const help = t(`settings.${name}Help`);
  switch (field.kind) {
    case "number":
      return (
        <Field
          {...{ name, label, help }}
          type="number"
          min={field.min}
          max={field.max}
          defaultValue={value}
        />
      );
    case "numbers":
      return <Field {...{ name, label, help }} defaultValue={value} pattern="[0-9 ,;]*" optional />;
    case "words":
      return (
        <Select
          {...{ name, label, help }}
          defaultValue={value}
          options={field.words.map((word) => ({ value: word, label: t(`settings.${word}`) }))}
        />
      );
  }
}
