import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { Fingerprint } from "./fingerprint.tsx";

/** What the minutes say of each urn once it is closed: its ballots, its fingerprint, who attests. */
export function UrnsForMinutes({ decisions }: { decisions: DecisionCard[] }) {
  const { t } = useTranslation("urns");
  const secret = decisions.filter(({ ballotKind }) => ballotKind === "secret");
  if (secret.length === 0) return null;
  const closed = secret.filter(({ urn }) => urn?.boardHead);
  return (
    <Section title={t("minutes.title")}>
      {closed.length === 0 && <p className="muted">{t("minutes.none")}</p>}
      <ul className="order-list">
        {closed.map((decision) => (
          <li key={decision.id} className="order-entry">
            <h3>
              <Words of={decision.title} />
            </h3>
            <p>{t("standing.sealed", { count: decision.urn?.boardSize ?? 0 })}</p>
            {decision.urn?.boardHead && <Fingerprint hex={decision.urn.boardHead} />}
            {decision.urn?.attestations !== undefined && (
              <p>{t("minutes.attestations", { count: decision.urn.attestations })}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
