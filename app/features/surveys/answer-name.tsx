import { useTranslation } from "react-i18next";
import { Words } from "#app/ui/language-tag.tsx";
import type { Question } from "#domain/surveys/questionnaire.ts";

/** Answers by name; several that stand in one column are said together. "": who did not say. */
export function AnswerName({ question, ids }: { question: Question; ids: readonly string[] }) {
  const { t } = useTranslation("surveys");
  const options = "options" in question ? question.options : [];
  if (question.kind === "scale") {
    return <>{ids.length > 1 ? `${ids[0]}–${ids.at(-1)}` : ids[0]}</>;
  }
  return (
    <>
      {ids.map((id, at) => {
        const option = options.find((one) => one.id === id);
        return (
          <span key={id}>
            {at > 0 && " / "}
            {option ? <Words of={option.label} tagged /> : t("results.unsaid")}
          </span>
        );
      })}
    </>
  );
}
