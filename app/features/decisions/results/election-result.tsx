import { useTranslation } from "react-i18next";
import type { DecisionPage, ElectionReport } from "#wire/decisions.ts";
import { formatList } from "#app/i18n/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Comparison, Downloads } from "./beyond-report.tsx";
import { ElectionSummary } from "./election-summary.tsx";
import { marginInWords, outcomeOf, stepsInWords, tieInWords } from "./explain-election.ts";
import { OptionTable } from "./option-table.tsx";
import type { BeyondReport } from "./load-beyond.server.ts";
import { Picture } from "./pictures/picture.tsx";
import { RoundsTable } from "./rounds-table.tsx";
import { type Speaker, useSpeaker } from "./speaker.ts";
import { WhyNot } from "./why-not.tsx";

type ElectionResultProps = {
  page: DecisionPage;
  report: ElectionReport;
  beyond: BeyondReport | undefined;
};
type Part = { report: ElectionReport; speaker: Speaker };

/** An election or a choice among options: the sentence, the picture, the numbers, and why. */
export function ElectionResult({ page, report, beyond }: ElectionResultProps) {
  const speaker = useSpeaker(page.options);
  const hasRounds = report.method === "stv" || report.method === "irv";
  return (
    <>
      <WaitingTie page={page} />
      <ElectionSummary outcome={outcomeOf(report, page.options)} size="page" as="h2" />
      <Picture report={report} speaker={speaker} />
      {hasRounds ? (
        <RoundsTable report={report} speaker={speaker} />
      ) : (
        <OptionTable report={report} speaker={speaker} />
      )}
      <Why report={report} speaker={speaker} />
      <WhyNot report={report} speaker={speaker} />
      <Ties report={report} speaker={speaker} seed={page.tieSeed} />
      <Margin report={report} speaker={speaker} />
      {beyond && <Comparison page={page} report={report} comparison={beyond.comparison} />}
      {beyond && <Downloads page={page} formats={beyond.formats} />}
    </>
  );
}

/** An equality that the lot or the chair has still to settle. */
function WaitingTie({ page: { waitingTie, options } }: { page: DecisionPage }) {
  const { t, language, label } = useSpeaker(options);
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

function Why({ report, speaker }: Part) {
  const { t } = useTranslation("results");
  return (
    <section className="stack" aria-labelledby="why">
      <h3 id="why">{t("why.title")}</h3>
      <ol>
        {stepsInWords(report, speaker).map((sentence, at) => (
          <li key={at}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}

function Ties({ report, speaker, seed }: Part & { seed: string | undefined }) {
  const { t } = useTranslation("results");
  if (report.ties.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="ties">
      <h3 id="ties">{t("tie.title")}</h3>
      <ul>
        {report.ties.map((tie, at) => (
          <li key={at}>{tieInWords(tie, speaker)}</li>
        ))}
      </ul>
      {seed !== undefined && <p className="small">{t("tie.seed", { seed })}</p>}
    </section>
  );
}

function Margin({ report, speaker }: Part) {
  const { t } = useTranslation("results");
  return (
    <section className="stack" aria-labelledby="margin">
      <h3 id="margin">{t("margin.title")}</h3>
      <p>{marginInWords(report, speaker)}</p>
    </section>
  );
}
