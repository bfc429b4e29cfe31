import { useTranslation } from "react-i18next";
import type { DecisionPage, ElectionMethod, MethodSettings } from "#wire/decisions.ts";

/**
 * `options`: how many there are to vote on, where they are at hand. `ofTexts`: they are texts, which
 * are chosen, and not names for places.
 */
type Ruled = {
  method: ElectionMethod;
  rule: MethodSettings;
  options?: number;
  ofTexts?: boolean;
};

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
export function DeclaredRule(ruled: Ruled) {
  const { t } = useTranslation("results");
  const { method, rule, options } = ruled;
  const count = seatsOf(rule);
  return (
    <p>
      <strong>{t(`method.${method}`)}.</strong>{" "}
      {count !== undefined && t(placesIn(ruled, count), { count, options })}{" "}
      {t(`meaning.${method}`)}
    </p>
  );
}

/** How many are chosen, in the words of what is voted on. */
function placesIn({ method, options, ofTexts }: Ruled, seats: number) {
  if (!ofTexts) {
    return method === "per-candidate" && seats === options ? "seatsForAll" : "seats";
  }
  if (method === "per-candidate") return "texts.each";
  // A grade for every text, and an order of them all.
  if (method === "majority-judgment" && seats === 1) return "texts.graded";
  return options === undefined ? "texts.chosen" : "texts.chosenOf";
}

function seatsOf({ seats, terms }: MethodSettings): number | undefined {
  if (Array.isArray(terms) && terms.length > 0) return terms.length;
  return typeof seats === "number" ? seats : undefined;
}
