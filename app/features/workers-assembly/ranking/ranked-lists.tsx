import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { RankedProposal, RankingResult } from "#wire/workers-ranking.ts";
import { ProposalWords } from "./proposal-words.tsx";

/** Two lists, each with its own order said above it: what is debated, and what goes on as annex. */
export function RankedLists({ result }: { result: RankingResult }) {
  const { t } = useTranslation("workers-ranking");
  const language = useLanguage();
  const { chosen, others, proposals, report, head } = result;
  const of = new Map(proposals.map((one) => [one.option, one]));
  const words = (option: string) => {
    const proposal = of.get(option);
    return proposal && <Proposal proposal={proposal} head={head} />;
  };
  const rest = others.reduce((sum, { options }) => sum + options.length, 0);
  const order = report.method === "equal-shares" ? "equal-shares" : "other";
  return (
    <>
      <Section id="chosen" title={t("result.chosen", { count: chosen.length })}>
        <p>{t("result.chosenHow")}</p>
        <ol className="ranking-chosen">
          {chosen.map((option, at) => (
            <li key={option} id={option}>
              <span className="ranking-place" aria-hidden="true">
                {at + 1}
              </span>
              <div>
                {words(option)}
                <HowChosen option={option} report={report} />
              </div>
            </li>
          ))}
        </ol>
      </Section>
      <Section id="others" title={t("result.others", { count: rest })}>
        <p>{t(`result.othersHow.${order}`)}</p>
        <ul className="ranking-others">
          {others.flatMap(({ options, approvals }) =>
            options.map((option) => (
              <li key={option} id={option}>
                {words(option)}
                {approvals !== undefined && (
                  <p className="small">
                    {t("result.approvals", {
                      count: approvals,
                      ballots: formatNumber(language, approvals),
                    })}
                  </p>
                )}
              </li>
            )),
          )}
        </ul>
      </Section>
    </>
  );
}

function Proposal({ proposal, head }: { proposal: RankedProposal; head: RankingResult["head"] }) {
  return <ProposalWords proposal={proposal} themes={head.campaign.themes} />;
}

/** In which round it was bought and by how many; or that approvals gave it a place no purse could pay. */
function HowChosen({
  option,
  report,
}: {
  option: string;
  report: RankingResult["report"];
}): ReactNode {
  const { t } = useTranslation("workers-ranking");
  const language = useLanguage();
  if (report.method !== "equal-shares") return null;
  const { approvals, rounds, completed } = report.detail;
  const ballots = approvals.find((one) => one.option === option)?.ballots ?? 0;
  const bill = rounds.find((one) => one.option === option);
  const count = (value: number) => formatNumber(language, value);
  return (
    <p className="small">
      {completed.includes(option) ? (
        <>
          <Tag>{t("result.completedTag")}</Tag> {t("result.completed")}
        </>
      ) : (
        bill &&
        t("result.round", {
          round: bill.round,
          count: bill.inFull + bill.emptied,
          people: count(bill.inFull + bill.emptied),
        })
      )}{" "}
      · {t("result.approvals", { count: ballots, ballots: count(ballots) })}
    </p>
  );
}
