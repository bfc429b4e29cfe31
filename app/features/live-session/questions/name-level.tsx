import { useTranslation } from "react-i18next";
import { nameLevelsIn } from "#domain/live-session/question.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";

type NameLevelsProps = { assemblyId: string; written: string | undefined };

/** Who learns who asks (rules §4.3): everybody, two moderators, or nobody at all. */
export function NameLevels({ written, assemblyId }: NameLevelsProps) {
  const { t } = useTranslation("questions");
  const levels = nameLevelsIn(assemblyId);
  const chosen = levels.find((level) => level === written) ?? levels[0];
  return (
    <Choices legend={t("name.legend")}>
      {levels.map((level) => (
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
