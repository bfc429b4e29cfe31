import { useTranslation } from "react-i18next";
import { STANCES } from "#domain/decisions/ballot.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { FieldsFrame } from "./fields-frame.tsx";
import { shownOptions, type BallotChoiceProps, type BallotFieldsProps } from "./form.ts";
import { OptionQuestion } from "./option-question.tsx";
import { BlankSaid, Said } from "./said.tsx";
import { useFilled } from "./use-filled.ts";

/** For, against or abstain on each option: one question after the other. */
export function PerOptionFields(props: BallotFieldsProps) {
  const { page, legend, hint, filled, disabled } = props;
  const { t } = useTranslation(["ballot-forms", "decisions"]);
  const { fields, content, look } = useFilled(props);
  const count = content?.kind === "per-option" ? Object.keys(content.choices).length : 0;
  const before = filled?.kind === "per-option" ? filled.choices : {};
  return (
    <FieldsFrame
      shape="per-option"
      around={fields}
      onChange={look}
      summary={t("perOption.answered", { count, of: page.options.length })}
    >
      <Choices
        legend={legend}
        help={
          <>
            {t("perOption.how")} {hint}
          </>
        }
      >
        {shownOptions(page).map((option) => (
          <OptionQuestion key={option.id} page={page} optionId={option.id} className="stances">
            {STANCES.map((stance) => (
              <Choice
                key={stance}
                name={`stance.${option.id}`}
                value={stance}
                tone={stance}
                label={t(`decisions:options.${stance}`)}
                defaultChecked={before[option.id] === stance}
                disabled={disabled}
              />
            ))}
          </OptionQuestion>
        ))}
      </Choices>
    </FieldsFrame>
  );
}

/** Whom the ballot is for, whom against, on whom it abstains, and who has no answer. */
export function PerOptionChoice({ page, content }: BallotChoiceProps) {
  const { t } = useTranslation("ballot-forms");
  if (content.kind !== "per-option") return <BlankSaid />;
  const withAnswer = (answer: string | undefined) =>
    page.optionOrder.filter((id) => content.choices[id] === answer);
  const groups = [...STANCES, undefined].map((answer) => {
    const options = withAnswer(answer);
    const key = answer ?? "none";
    return { key, heading: t(`perOption.said.${key}`, { count: options.length }), options };
  });
  return <Said page={page} groups={groups} />;
}
