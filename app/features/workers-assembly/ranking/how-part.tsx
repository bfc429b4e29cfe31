import { useTranslation } from "react-i18next";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import type { PlanView, RankingPage } from "#wire/workers-ranking.ts";

type HowPartProps = { slug: string; plan: PlanView } & Pick<RankingPage, "listHash" | "roll">;

/** The rule in words, who votes, and every change of the method before the list was frozen. */
export function HowPart({ slug, plan, listHash, roll }: HowPartProps) {
  const { t } = useTranslation("workers-ranking");
  const language = useLanguage();
  return (
    <Section id="how" title={t("how.title")}>
      <p>{t(`how.${plan.method}`, { least: plan.least, most: plan.most })}</p>
      <ul>
        <li>{t(`how.secret.${plan.seal}`)}</li>
        <li>{t("how.hidden")}</li>
        <li>{t("how.lot")}</li>
        {roll && (
          <li>
            {t("how.roll", {
              count: roll.persons,
              people: formatNumber(language, roll.persons),
              date: formatDate(language, roll.asOf),
            })}
          </li>
        )}
        {plan.changes.map(({ from, to, reason, on }) => (
          <li key={`${on}-${from}-${to}`}>
            {t("how.changed", {
              on: formatDate(language, on),
              from: t(`method.${from}`),
              to: t(`method.${to}`),
              reason,
            })}
          </li>
        ))}
      </ul>
      {listHash && <ListHash slug={slug} hash={listHash} />}
    </Section>
  );
}

/** By what the list is recognised: whoever downloads it can compute the same. */
export function ListHash({ slug, hash }: { slug: string; hash: string }) {
  const { t } = useTranslation("workers-ranking");
  return (
    <p className="small ranking-hash">
      {t("how.hash")} <code>{hash}</code>{" "}
      <a href={`/workers-assembly/${slug}/list.txt`} download>
        {t("how.download")}
      </a>
    </p>
  );
}
