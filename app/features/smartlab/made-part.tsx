import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Sheet } from "#app/ui/sheet.tsx";
import type { LabOutcome, LabPage } from "#wire/smartlab-pages.ts";
import { HandedOn } from "./hand-off.tsx";
import { LabWords } from "./lab-facts.tsx";

/** "What we made", and who goes on with it. */
export function MadePart({ lab, outcome }: { lab: LabPage["lab"]; outcome: LabOutcome }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  return (
    <Sheet
      level={2}
      kind={t("made.title")}
      basis={formatDate(language, outcome.closedAt)}
      title={<LabWords lab={lab}>{outcome.outcome}</LabWords>}
      foot={<HandedOn lab={lab} outcome={outcome} />}
    >
      <p className="lab-words">
        <LabWords lab={lab}>{outcome.made}</LabWords>
      </p>
    </Sheet>
  );
}
