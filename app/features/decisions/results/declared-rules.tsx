import { useTranslation } from "react-i18next";
import type { DecisionPage, ElectionMethod, MethodSettings } from "#wire/decisions.ts";

/** `options`: how many there are to vote on, where they are at hand. */
type Ruled = { method: ElectionMethod; rule: MethodSettings; options?: number };

/** By which method, for how many places, and what it does with what ballots leave open. */
export function DeclaredRules({ tieRule, ...ruled }: Ruled & { tieRule: DecisionPage["tieRule"] }) {
  const { t } = useTranslation("results");
  return (
    <>
      <DeclaredRule {...ruled} />
      <ul>
        <li>{t(`declared.${ruled.method}`)}</li>
        <li>{t("declared.common")}</li>
        <li>{t(`tieRule.${tieRule}`)}</li>
      </ul>
    </>
  );
}

/** In short: by which method and for how many places. */
export function DeclaredRule({ method, rule, options }: Ruled) {
  const { t } = useTranslation("results");
  const seats = seatsOf(rule);
  const forAll = method === "per-candidate" && seats === options;
  return (
    <p>
      <strong>{t(`method.${method}`)}.</strong>{" "}
      {seats !== undefined && t(forAll ? "seatsForAll" : "seats", { count: seats })}{" "}
      {t(`meaning.${method}`)}
    </p>
  );
}

function seatsOf({ seats, terms }: MethodSettings): number | undefined {
  if (Array.isArray(terms) && terms.length > 0) return terms.length;
  return typeof seats === "number" ? seats : undefined;
}
