import { useTranslation } from "react-i18next";
import { pointsOf, scaleOf } from "#app/features/decisions/results/scale.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import type { ExactFraction } from "#domain/kernel/exact-fraction.ts";
import { type Fate, type OwnPicks, ownPicks } from "#domain/workers-assembly/own-picks.ts";
import type { RankingResult } from "#wire/workers-ranking.ts";

type FatesProps = { result: RankingResult; picks: readonly string[] };

/** Each pick with what became of it; with equal shares also what one's own purse paid. */
export function Fates({ result, picks }: FatesProps) {
  const { t } = useTranslation("workers-ranking");
  const { proposals, chosen, report } = result;
  const own = report.method === "equal-shares" ? ownPicks(report, picks) : undefined;
  const fates = own?.fates ?? picks.map((option) => placed(chosen, option));
  const inOrder = fates.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
  const won = fates.filter(({ place }) => place !== undefined).length;
  const of = new Map(proposals.map((one) => [one.option, one]));
  return (
    <Section title={t("mine.chosen", { count: won })}>
      {own && <Purse own={own} result={result} />}
      <ul className="ranking-others">
        {inOrder.map((fate) => {
          const sentence = of.get(fate.option)?.sentence;
          return (
            <li
              key={fate.option}
              className={fate.place ? "ranking-fate ranking-fate-chosen" : "ranking-fate"}
            >
              <span className="ranking-code">{fate.option}</span>{" "}
              {sentence && <Words of={sentence} />}
              <p className="small">
                <FateWords fate={fate} result={result} />
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function placed(chosen: readonly string[], option: string): Pick<Fate, "option" | "place"> {
  const at = chosen.indexOf(option);
  return at < 0 ? { option } : { option, place: at + 1 };
}

/** Amounts in points of a first purse, as on the page of the result. */
function usePoints({ report }: RankingResult) {
  const language = useLanguage();
  const scale = scaleOf(report);
  return (amount: ExactFraction) => formatNumber(language, pointsOf(amount, scale), 2);
}

function Purse({ own: { purse, left, fates }, result }: { own: OwnPicks; result: RankingResult }) {
  const { t } = useTranslation("workers-ranking");
  const points = usePoints(result);
  const spent = fates.some(({ paid }) => paid.num !== "0");
  return (
    <p>
      {spent
        ? t("mine.purse", { purse: points(purse), left: points(left) })
        : t("mine.unspent", { purse: points(purse) })}
    </p>
  );
}

type FateWordsProps = { fate: Partial<Fate> & { option: string }; result: RankingResult };

function FateWords({ fate, result }: FateWordsProps) {
  const { t } = useTranslation("workers-ranking");
  const points = usePoints(result);
  const { place, byApprovals, paid } = fate;
  if (place === undefined) return <>{`${t("mine.notChosen")}, ${t("mine.annex")}.`}</>;
  const words = [t("mine.atPlace", { place })];
  if (byApprovals) words.push(t("mine.completed"));
  else if (paid) {
    words.push(paid.num === "0" ? t("mine.emptied") : t("mine.paid", { points: points(paid) }));
  }
  return <>{`${words.join(", ")}.`}</>;
}
