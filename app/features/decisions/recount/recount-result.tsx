import { useTranslation } from "react-i18next";
import type { AnnouncedElection } from "#domain/decisions/secret/announced.ts";
import type { Recount } from "#domain/decisions/secret/recount.ts";
import type { ElectionReport, LabelledOption } from "#wire/decisions.ts";
import { Notice } from "#app/ui/notice.tsx";
import { ResultSummary } from "../result-summary.tsx";
import { ElectionAccount, Ties } from "../results/election-account.tsx";
import { ElectionSummary } from "../results/election-summary.tsx";
import { outcomeOf } from "../results/explain-election.ts";
import { OptionTable } from "../results/option-table.tsx";
import { useSpeaker } from "../results/speaker.ts";
import { namedOptions, seedOf } from "./named-options.ts";

/** The result as it was counted here, or as it was announced where it could not be. */
export function RecountResult({ recount }: { recount: Recount }) {
  const { t } = useTranslation("recount");
  const { report, announced, summary } = recount;
  const options = namedOptions(summary.definition);
  const seed = seedOf(summary.tie);
  if (!report) {
    return announced ? <Announced announced={announced} options={options} seed={seed} /> : null;
  }
  return (
    <>
      <h3>{t("summary.result")}</h3>
      {report.method === "resolution" ? (
        <ResultSummary report={report} size="page" />
      ) : (
        <Counted report={report} options={options} seed={seed} />
      )}
    </>
  );
}

type Named = { options: LabelledOption[]; seed: string | undefined };

function Counted({ report, options, seed }: Named & { report: ElectionReport }) {
  const speaker = useSpeaker(options);
  return (
    <>
      <ElectionSummary outcome={outcomeOf(report, options)} size="page" />
      <ElectionAccount report={report} speaker={speaker} seed={seed} />
    </>
  );
}

function Announced({ announced, options, seed }: Named & { announced: AnnouncedElection }) {
  const { t } = useTranslation("recount");
  const speaker = useSpeaker(options);
  return (
    <>
      <h3>{t("announced.title")}</h3>
      <Notice tone="wait">
        <p>{t("announced.body")}</p>
      </Notice>
      <ElectionSummary outcome={outcomeOf(announced, options)} size="page" />
      <OptionTable report={announced} speaker={speaker} />
      <Ties ties={announced.ties} speaker={speaker} seed={seed} />
    </>
  );
}
