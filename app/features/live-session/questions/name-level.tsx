import { useTranslation } from "react-i18next";
import { NAME_LEVELS, type NameLevel } from "#domain/live-session/question.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";

/** Who learns who asks (rules §4.3): everybody, two moderators, or nobody at all. */
export function NameLevels({ written }: { written: string | undefined }) {
  const { t } = useTranslation("questions");
  const chosen: NameLevel = NAME_LEVELS.find((level) => level === written) ?? "shown";
  return (
    <Choices legend={t("name.legend")}>
      {NAME_LEVELS.map((level) => (
        <Choice
          key={level}
          name="nameLevel"
          value={level}
          label={t(`name.${level}.label`)}
          help={t(`name.${level}.help`)}
          defaultChecked={level === chosen}
        />
      ))}
    </Choices>
  );
}
