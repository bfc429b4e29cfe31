import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { turnout } from "#domain/decisions/turnout.ts";
import { Comparison } from "#app/features/decisions/results/beyond-report.tsx";
import { ElectionAccount } from "#app/features/decisions/results/election-account.tsx";
import { useSpeaker } from "#app/features/decisions/results/speaker.ts";
import { TurnoutTables } from "#app/features/decisions/results/turnout-page.tsx";
import { WhyNot } from "#app/features/decisions/results/why-not.tsx";
import { roundedShare, writeShare } from "#app/features/decisions/rounded-share.ts";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import type { EditionHead } from "#wire/workers-assembly.ts";
import type { RankingResult } from "#wire/workers-ranking.ts";
import { LineNav } from "../line-nav.tsx";
import { CheckPart } from "./check-part.tsx";
import { RankedLists } from "./ranked-lists.tsx";
import "./ranking.css";

/** What was chosen, of whom, how, and how anybody can check it. */
export function RankingResultPage({ result }: { result: RankingResult }) {
  const { t } = useTranslation("workers-ranking");
  const { head, page, report, comparison, turnout: tables } = result;
  const speaker = useSpeaker(page.options);
  // Whoever has asked "why this one and not that" finds the account open.
  const [asked] = useSearchParams();
  return (
    <Page
      wide
      title={t("result.title")}
      lead={<Sentence result={result} />}
      actions={
        <>
          <Link to={`/workers-assembly/${head.slug}/ranking/mine`}>{t("act.mine")}</Link>
          <a href="#check">{t("result.check")}</a>
        </>
      }
    >
      <LineNav head={head} />
      <Figures result={result} />
      <RankedLists result={result} />
      <Section id="log" title={t("result.log")}>
        <p>{t("result.logHow")}</p>
        <details open={asked.has("a")}>
          <summary>{t("result.logOpen")}</summary>
          <div className="stack">
            <ElectionAccount report={report} speaker={speaker} seed={page.tieSeed}>
              <WhyNot report={report} speaker={speaker} />
            </ElectionAccount>
          </div>
        </details>
        <Comparison page={page} report={report} comparison={comparison} />
      </Section>
      {tables.length > 0 && (
        <Section id="turnout" title={t("result.turnout")}>
          <TurnoutTables assemblyId={page.assembly.id} tables={tables} />
        </Section>
      )}
      <CheckPart result={result} />
    </Page>
  );
}

/** A turnout never goes without its base (V12). */
function useShare({ report, eligible }: RankingResult): string {
  const language = useLanguage();
  const share = roundedShare(report.ballots.cast, eligible.persons);
  return share ? writeShare(share, language) : "–";
}

function Sentence({ result }: { result: RankingResult }) {
  const { t } = useTranslation("workers-ranking");
  const language = useLanguage();
  const { chosen, proposals, report, eligible } = result;
  const voted = turnout(report.ballots.cast, { kind: "roll", ...eligible }).voters;
  return (
    <p>
      {t("result.sentence", {
        chosen: chosen.length,
        of: proposals.length,
        voted: formatNumber(language, voted),
        eligible: formatNumber(language, eligible.persons),
        date: formatDate(language, eligible.asOf),
        share: useShare(result),
      })}
    </p>
  );
}

function Figures({ result }: { result: RankingResult }) {
  const { t } = useTranslation("workers-ranking");
  const language = useLanguage();
  const { report, eligible } = result;
  const number = (value: number) => formatNumber(language, value);
  const { cast, blank, invalid } = report.ballots;
  return (
    <Stats>
      <Stat
        value={number(eligible.persons)}
        label={t("result.eligible", { date: formatDate(language, eligible.asOf) })}
      />
      <Stat value={number(cast)} label={t("result.voted")} />
      <Stat value={useShare(result)} label={t("result.share")} />
      <Stat value={number(blank)} label={t("result.blank")} />
      {invalid > 0 && <Stat value={number(invalid)} label={t("result.invalid")} />}
    </Stats>
  );
}

/** Until it is published: what will be here, and where to go meanwhile. */
export function RankingNotYet({ head }: { head: EditionHead }) {
  const { t } = useTranslation("workers-ranking");
  return (
    <Page title={t("result.title")}>
      <LineNav head={head} />
      <EmptyState
        title={t("result.notYet")}
        action={<Link to={`/workers-assembly/${head.slug}/ranking`}>{t("act.list")}</Link>}
      >
        {t("result.notYetBody")}
      </EmptyState>
    </Page>
  );
}
