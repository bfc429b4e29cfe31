import { useTranslation } from "react-i18next";
import type { DecisionPage, ElectionReport } from "#wire/decisions.ts";
import { formatList } from "#app/i18n/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Comparison, Downloads } from "./beyond-report.tsx";
import { ElectionAccount } from "./election-account.tsx";
import { ElectionSummary } from "./election-summary.tsx";
import { outcomeOf } from "./explain-election.ts";
import type { BeyondReport } from "./load-beyond.server.ts";
import { useSpeaker } from "./speaker.ts";
import { WhyNot } from "./why-not.tsx";

type ElectionResultProps = {
  page: DecisionPage;
  report: ElectionReport;
  beyond: BeyondReport | undefined;
};

/** An election or a choice among options: the sentence, the picture, the numbers, and why. */
export function ElectionResult({ page, report, beyond }: ElectionResultProps) {
  const speaker = useSpeaker(page.options);
  return (
    <>
      <WaitingTie page={page} />
      <ElectionSummary outcome={outcomeOf(report, page.options)} size="page" as="h2" />
      <ElectionAccount report={report} speaker={speaker} seed={page.tieSeed}>
        <WhyNot report={report} speaker={speaker} />
      </ElectionAccount>
      {beyond && <Comparison page={page} report={report} comparison={beyond.comparison} />}
      {beyond && <Downloads page={page} formats={beyond.formats} />}
    </>
  );
}

/** An equality that the lot or the chair has still to settle. */
function WaitingTie({ page: { waitingTie, options } }: { page: DecisionPage }) {
  const { t } = useTranslation("results");
  const { language, label } = useSpeaker(options);
  if (!waitingTie) return null;
  const between = formatList(
    language,
    waitingTie.between.map(({ id }) => label(id)),
  );
  return (
    <Notice tone="wait" title={t("tie.waits.title")}>
      <p>{t(`tie.waits.${waitingTie.rule}`, { between })}</p>
    </Notice>
  );
}
