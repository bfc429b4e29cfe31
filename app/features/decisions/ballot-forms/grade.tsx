import { useTranslation } from "react-i18next";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { FieldsFrame } from "./fields-frame.tsx";
import {
  shownOptions,
  type BallotChoiceProps,
  type BallotFieldsProps,
  type BallotSubject,
} from "./form.ts";
import { gradesFromBest, gradeWords } from "./grade-words.ts";
import { OptionQuestion } from "./option-question.tsx";
import { BlankSaid, Said } from "./said.tsx";
import { useFilled } from "./use-filled.ts";

/** More grades than this are typed in: nobody looks for one among a thousand buttons. */
const MOST_BUTTONS = 11;

/** A grade for each option, the best first; or none. */
export function GradeFields(props: BallotFieldsProps) {
  const { page, legend, hint, filled, disabled } = props;
  const { t } = useTranslation("ballot-forms");
  const { fields, content, look } = useFilled(props);
  const count = content?.kind === "grade" ? Object.keys(content.grades).length : 0;
  const before = filled?.kind === "grade" ? filled.grades : {};
  return (
    <FieldsFrame
      shape="grade"
      around={fields}
      onChange={look}
      summary={t("grade.graded", { count, of: page.options.length })}
    >
      <Choices
        legend={legend}
        help={
          <>
            {page.method === "majority-judgment"
              ? t("grade.howWords")
              : t("grade.howFigures", { most: (page.ballot.grades ?? 1) - 1 })}{" "}
            {hint}
          </>
        }
      >
        {shownOptions(page).map((option) => (
          <OptionGrade
            key={option.id}
            page={page}
            optionId={option.id}
            before={before[option.id]}
            disabled={disabled}
          />
        ))}
      </Choices>
    </FieldsFrame>
  );
}

type OptionGradeProps = {
  page: BallotSubject;
  optionId: string;
  before: number | undefined;
  disabled: boolean;
};

function OptionGrade({ page, optionId, before, disabled }: OptionGradeProps) {
  const { t } = useTranslation("ballot-forms");
  const grades = gradesFromBest(page);
  const name = `grade.${optionId}`;
  if (grades.length > MOST_BUTTONS) {
    return (
      <OptionQuestion page={page} optionId={optionId} className="grade-figure">
        <label>
          <span className="field-help">{t("grade.figure", { most: grades.length - 1 })}</span>
          <input
            className="field-control"
            type="number"
            name={name}
            min={0}
            max={grades.length - 1}
            defaultValue={before}
            disabled={disabled}
          />
        </label>
      </OptionQuestion>
    );
  }
  return (
    <OptionQuestion page={page} optionId={optionId} className="grades">
      {grades.map((grade) => (
        <Choice
          key={grade}
          name={name}
          value={grade}
          label={gradeWords(t, page, grade)}
          defaultChecked={before === grade}
          disabled={disabled}
        />
      ))}
      <Choice
        name={name}
        value=""
        label={t("grade.none")}
        defaultChecked={before === undefined}
        disabled={disabled}
      />
    </OptionQuestion>
  );
}

/** The options by the grade they were given, the best first, then those without one. */
export function GradeChoice({ page, content }: BallotChoiceProps) {
  const { t } = useTranslation("ballot-forms");
  if (content.kind !== "grade") return <BlankSaid />;
  const graded = gradesFromBest(page).map((grade) => ({
    key: String(grade),
    heading: gradeWords(t, page, grade),
    options: page.optionOrder.filter((id) => content.grades[id] === grade),
  }));
  const without = page.optionOrder.filter((id) => content.grades[id] === undefined);
  const heading = t("grade.saidNone");
  return <Said page={page} groups={[...graded, { key: "none", heading, options: without }]} />;
}
