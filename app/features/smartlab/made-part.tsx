import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Sheet } from "#app/ui/sheet.tsx";
import type { LabOutcome, LabPage } from "#wire/smartlab-pages.ts";
import { LabWords } from "./lab-facts.tsx";

/** "What we made", and who goes on with it. */
export function MadePart({ lab, outcome }: { lab: LabPage["lab"]; outcome: LabOutcome }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  const { handOff, handOffNote, handOffLab } = outcome;
  return (
    <Sheet
      level={2}
      kind={t("made.title")}
      basis={formatDate(language, outcome.closedAt)}
      title={<LabWords lab={lab}>{outcome.outcome}</LabWords>}
      foot={
        <>
          <p>
            <strong>{t(`handOff.${handOff}`)}</strong>{" "}
            {handOffLab && (
              <Link to={`/smartlab/${handOffLab.slug}`}>
                <LabWords lab={handOffLab}>{handOffLab.title}</LabWords>
              </Link>
            )}
          </p>
          {handOffNote && (
            <p>
              <LabWords lab={lab}>{handOffNote}</LabWords>
            </p>
          )}
        </>
      }
    >
      <p className="lab-words">
        <LabWords lab={lab}>{outcome.made}</LabWords>
      </p>
    </Sheet>
  );
}
