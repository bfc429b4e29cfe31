import { useTranslation } from "react-i18next";
import type { PaperUrn } from "#wire/urns.ts";

/** Slips given out, and how many each reader has entered. */
export function PaperCounts({ urn }: { urn: PaperUrn }) {
  const { t } = useTranslation("urns");
  return (
    <ul className="paper-counts">
      <li>{t("paper.count.given", { count: urn.given })}</li>
      {urn.enterers.map(({ name, self, slips }) => (
        <li key={name}>
          {self
            ? t("paper.count.self", { count: slips })
            : t("paper.count.by", { count: slips, name })}
        </li>
      ))}
    </ul>
  );
}

/** The reconciliation: slips given out, found, missing and why. */
export function PaperSheet({ sheet }: { sheet: NonNullable<PaperUrn["sheet"]> }) {
  const { t } = useTranslation("urns");
  const { given, found, missingReason } = sheet;
  return (
    <>
      <ul className="paper-counts">
        <li>{t("paper.count.given", { count: given })}</li>
        <li>{t("paper.count.poured", { count: found })}</li>
        <li>{t("paper.count.missing", { count: given - found })}</li>
      </ul>
      {missingReason && <p>{t("paper.sheet.reason", { reason: missingReason })}</p>}
    </>
  );
}
