import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";

/**
 * In one line what kind of vote this is: a rehearsal or not, indicative or not, by name or secret, and
 * how secret.
 */
export function KindLine({
  of,
}: {
  of: Pick<DecisionCard, "seal" | "legalChannel" | "rehearsal">;
}) {
  const { t } = useTranslation("decisions");
  const secrecy = t(`kind.${of.seal === "none" ? "named" : of.seal}`);
  const kind =
    of.legalChannel === "consultation" ? t("kind.indicative", { kind: secrecy }) : secrecy;
  return <>{of.rehearsal ? t("kind.rehearsal", { kind }) : kind}</>;
}
