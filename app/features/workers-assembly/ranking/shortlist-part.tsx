import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import type { RankingPage } from "#wire/workers-ranking.ts";
import { HandOver } from "./hand-over.tsx";
import type { Shortlist } from "./use-shortlist.ts";
import { WayToBallot } from "./way-to-ballot.tsx";

type ShortlistPartProps = { page: RankingPage; shortlist: Shortlist };

/** What this device keeps, how it fits the ballot, and how it goes to another device. */
export function ShortlistPart({ page, shortlist }: ShortlistPartProps) {
  const { t } = useTranslation("workers-ranking");
  const { picks = [], forget, came } = shortlist;
  return (
    <Section id="shortlist" title={t("short.title")}>
      <noscript>
        <p>{t("short.noScript")}</p>
      </noscript>
      <div className="ranking-scripts stack">
        <p className="muted">{t("short.how")}</p>
        <div role="status">
          {came > 0 && (
            <Notice tone="done">
              <p>{t("short.came", { count: came })}</p>
            </Notice>
          )}
        </div>
        {picks.length === 0 ? (
          <p>{t("short.none")}</p>
        ) : (
          <>
            <Kept page={page} picks={picks} />
            <Fit page={page} count={picks.length} />
            {page.vote?.phase === "open" && (
              <WayToBallot page={page} plan={page.plan} shortlist={shortlist} />
            )}
            <HandOver slug={page.head.slug} picks={picks} />
            <div>
              <Button type="button" tone="quiet" onClick={forget}>
                {t("short.forget")}
              </Button>
            </div>
          </>
        )}
      </div>
    </Section>
  );
}

/** Those that the filter hides are kept too: then their code stands alone. */
function Kept({ page, picks }: { page: RankingPage; picks: readonly string[] }) {
  const of = new Map(page.proposals.map((one) => [one.option, one]));
  return (
    <ul className="ranking-kept">
      {picks.map((option) => {
        const sentence = of.get(option)?.sentence;
        return (
          <li key={option}>
            <span className="ranking-code">{option}</span> {sentence && <Words of={sentence} />}
          </li>
        );
      })}
    </ul>
  );
}

function Fit({ page: { plan }, count }: { page: RankingPage; count: number }) {
  const { t } = useTranslation("workers-ranking");
  if (plan.method !== "equal-shares") return null;
  const { least, most } = plan;
  if (count > most) return <p>{t("short.over", { most })}</p>;
  return count < least ? <p>{t("short.under", { least })}</p> : null;
}
