import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import { SettleTie } from "#app/features/live-session/chair-tie.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";

/** Counts that wait for the lot which whoever draws it in the room writes down here. */
export function LotsToDraw({ lots }: { lots: DecisionCard[] }) {
  const { t } = useTranslation("urns");
  if (lots.length === 0) return null;
  return (
    <Section title={t("lots.title", { count: lots.length })}>
      <p>{t("lots.lead")}</p>
      <ul className="console-list">
        {lots.map(
          (decision) =>
            decision.waitingTie && (
              <li key={decision.id} className="console-entry stack">
                <h3>
                  <Words of={decision.title} />
                </h3>
                <SettleTie decision={decision} tie={decision.waitingTie} />
              </li>
            ),
        )}
      </ul>
    </Section>
  );
}
