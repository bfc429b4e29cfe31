import { useTranslation } from "react-i18next";
import type { Step } from "#domain/codev/steps.ts";

const LINES = ["first", "second", "third"] as const;

/** The rules of one step, on one card: also what is printed and laid on the table. */
export function RuleCard({ step }: { step: Step }) {
  const { t } = useTranslation("codev-session");
  return (
    <ul>
      {LINES.map((line) => (
        <li key={line}>{t(`card.${step}.${line}`)}</li>
      ))}
    </ul>
  );
}
