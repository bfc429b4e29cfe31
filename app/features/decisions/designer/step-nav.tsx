import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DesignedDraft } from "#wire/decision-designer.ts";
import { Tag } from "#app/ui/tag.tsx";
import { STEP_OF, stepsFor, type Step } from "./steps.ts";

/** The steps in order, with a word on those where something is lacking. */
export function StepNav({ designed, current }: { designed: DesignedDraft; current: Step }) {
  const { t } = useTranslation("designer");
  const lacking = new Set(designed.problems.map((problem) => STEP_OF[problem]));
  return (
    <nav aria-label={t("steps.label")}>
      <ol className="designer-steps">
        {stepsFor(designed.draft.method).map((step) => (
          <li key={step}>
            <Link to={`?step=${step}`} aria-current={step === current ? "step" : undefined}>
              {t(`steps.${step}`)}
              {lacking.has(step) && (
                <>
                  {" "}
                  <Tag tone="ochre">{t("steps.lacking")}</Tag>
                </>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
