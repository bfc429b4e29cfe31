import { useTranslation } from "react-i18next";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import type { FilledIn } from "#domain/surveys/answers.ts";
import {
  OPEN_MOST,
  type Question,
  type ScaleQuestion,
  scaleValues,
} from "#domain/surveys/questionnaire.ts";

type Props<Q extends Question = Question> = {
  number: number;
  question: Q;
  /** What the server sent back. */
  filledIn: FilledIn | undefined;
};

/** One question on the paper. Each can be passed over, and an answer can be taken back. */
export function PaperQuestion({ number, question, filledIn }: Props) {
  const { t } = useTranslation("surveys");
  const title = (
    <>
      {number}. <Words of={question.text} tagged />
    </>
  );
  const help = Object.keys(question.help).length > 0 ? <Words of={question.help} /> : undefined;
  const isGiven = (field: string, value: string) => filledIn?.[field]?.includes(value) ?? false;
  switch (question.kind) {
    case "scale":
      return <Scale number={number} question={question} filledIn={filledIn} />;
    case "open":
      return (
        <TextArea
          label={title}
          help={help ?? t("answer.openHelp")}
          name={question.id}
          rows={4}
          maxLength={OPEN_MOST}
          optional
          defaultValue={filledIn?.[question.id]?.[0]}
        />
      );
    case "multiple":
      return (
        <Choices legend={title} help={help ?? t("answer.several")}>
          {question.options.map(({ id, label }) => (
            <Choice
              key={id}
              type="checkbox"
              name={question.id}
              value={id}
              label={<Words of={label} />}
              defaultChecked={isGiven(question.id, id)}
            />
          ))}
        </Choices>
      );
    case "single":
      return (
        <Choices legend={title} help={help}>
          {question.options.map(({ id, label }) => (
            <Choice
              key={id}
              name={question.id}
              value={id}
              label={<Words of={label} />}
              defaultChecked={isGiven(question.id, id)}
            />
          ))}
          <Choice name={question.id} value="" label={t("answer.pass")} />
        </Choices>
      );
    case "matrix":
      return (
        <fieldset className="choices">
          <legend className="choices-legend">{title}</legend>
          {help && <p className="field-help">{help}</p>}
          {question.rows.map((row) => (
            <fieldset key={row.id} className="matrix-line">
              <legend>
                <Words of={row.label} />
              </legend>
              <div className="scale">
                {[...question.options, undefined].map((option) => (
                  <label key={option?.id ?? ""} className="scale-value scale-pass">
                    <input
                      type="radio"
                      name={`${question.id}.${row.id}`}
                      value={option?.id ?? ""}
                      defaultChecked={option && isGiven(`${question.id}.${row.id}`, option.id)}
                    />
                    {option ? <Words of={option.label} /> : t("answer.pass")}
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </fieldset>
      );
  }
}

function Scale({ number, question, filledIn }: Props<ScaleQuestion>) {
  const { t } = useTranslation("surveys");
  const { id, text, help, low, high } = question;
  return (
    <fieldset className="choices">
      <legend className="choices-legend">
        {number}. <Words of={text} tagged />
      </legend>
      {Object.keys(help).length > 0 && (
        <p className="field-help">
          <Words of={help} />
        </p>
      )}
      <p className="scale-ends">
        <span>
          {question.from} = <Words of={low} />
        </span>
        <span>
          {question.to} = <Words of={high} />
        </span>
      </p>
      <div className="scale">
        {[...scaleValues(question), ""].map((value) => (
          <label key={value} className={value ? "scale-value" : "scale-value scale-pass"}>
            <input
              type="radio"
              name={id}
              value={value}
              defaultChecked={value !== "" && (filledIn?.[id]?.includes(value) ?? false)}
            />
            {value || t("answer.pass")}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
