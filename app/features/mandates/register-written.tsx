import { useTranslation } from "react-i18next";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";

const FIELDS = ["giverNo", "giverName", "holderNo", "holderName"] as const;

type Props = {
  assemblyId: string;
  answer: ActAnswer | undefined;
  /** How many there are: the form is empty again after each. */
  registered: number;
};

/** At the desk: a mandate on paper, signed by whoever gives it. */
export function RegisterWritten({ assemblyId, answer, registered }: Props) {
  const { t } = useTranslation("mandates");
  const refused =
    answer && !answer.ok && answer.intent === "mandate.register" ? answer.fields : undefined;
  return (
    <Section title={t("written.heading")}>
      <p>{t("written.why")}</p>
      <div key={registered}>
        <PostedAct act="mandate.register" fields={{ assemblyId }} label={t("written.submit")}>
          {FIELDS.map((name) => (
            <Field
              key={name}
              name={name}
              label={t(`written.${name}`)}
              maxLength={name.endsWith("No") ? 20 : 120}
              autoComplete="off"
              defaultValue={refused?.[name]}
            />
          ))}
        </PostedAct>
      </div>
    </Section>
  );
}
