import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CheckBox, Choice, Choices } from "#app/ui/choice.tsx";
import { Select } from "#app/ui/field.tsx";
import { LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import { MODES, type Mode, SLOTS, type Slot } from "#domain/codev/words.ts";

type Office = { id: string; name: string };

/** Half days in which somebody can come: one at least. */
export function SlotBoxes({ chosen }: { chosen: readonly Slot[] }) {
  const { t } = useTranslation("codev");
  return (
    <Choices legend={t("slots.legend")} help={t("slots.help")}>
      {SLOTS.map((slot) => (
        <CheckBox
          key={slot}
          name="slots"
          value={slot}
          label={t(`slot.${slot}`)}
          defaultChecked={chosen.includes(slot)}
        />
      ))}
    </Choices>
  );
}

export function LanguageSelect({ chosen }: { chosen: Language }) {
  const { t } = useTranslation("codev");
  const reader = useLanguage();
  return (
    <Select
      label={t("language")}
      name="language"
      defaultValue={chosen}
      options={LANGUAGES.map((value) => ({ value, label: languageName(value, reader) }))}
    />
  );
}

export function LanguageBoxes({ chosen }: { chosen: readonly Language[] }) {
  const { t } = useTranslation("codev");
  const reader = useLanguage();
  return (
    <Choices legend={t("languages")}>
      {LANGUAGES.map((value) => (
        <CheckBox
          key={value}
          name="languages"
          value={value}
          label={languageName(value, reader)}
          defaultChecked={chosen.includes(value)}
        />
      ))}
    </Choices>
  );
}

/** In a room or online; one of the two, never half and half. */
export function ModeChoice({ chosen }: { chosen: Mode }) {
  const { t } = useTranslation("codev");
  return (
    <Choices legend={t("mode.legend")} help={t("mode.help")}>
      {MODES.map((mode) => (
        <Choice
          key={mode}
          name="mode"
          value={mode}
          label={t(`mode.${mode}`)}
          defaultChecked={mode === chosen}
        />
      ))}
    </Choices>
  );
}

export function ModeBoxes({ chosen }: { chosen: readonly Mode[] }) {
  const { t } = useTranslation("codev");
  return (
    <Choices legend={t("mode.legend")}>
      {MODES.map((mode) => (
        <CheckBox
          key={mode}
          name="modes"
          value={mode}
          label={t(`mode.${mode}`)}
          defaultChecked={chosen.includes(mode)}
        />
      ))}
    </Choices>
  );
}

export function OfficeSelect({
  offices,
  chosen,
  help,
}: {
  offices: Office[];
  chosen: string | undefined;
  help?: string;
}) {
  const { t } = useTranslation("codev");
  const none = { value: "", label: t("office.none") };
  return (
    <Select
      label={t("office.label")}
      help={help}
      name="officeId"
      optional
      defaultValue={chosen ?? ""}
      options={[none, ...offices.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
