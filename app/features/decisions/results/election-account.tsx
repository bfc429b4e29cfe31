import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TieMet } from "#domain/decisions/tie.ts";
import type { ElectionReport } from "#wire/decisions.ts";
import { marginInWords, stepsInWords, tieInWords } from "./explain-election.ts";
import { OptionTable } from "./option-table.tsx";
import { Picture } from "./pictures/picture.tsx";
import { RoundsTable } from "./rounds-table.tsx";
import type { Speaker } from "./speaker.ts";

type Part = { report: ElectionReport; speaker: Speaker };
type ElectionAccountProps = Part & {
  /** Of the lot, where one was drawn. */
  seed: string | undefined;
  /** Stands after the steps. */
  children?: ReactNode;
};

/**
 * Everything a count says of itself: the picture, the numbers, the steps, the ties, the margin.
 * Where nothing was counted there are no numbers, and nothing stands before anything else.
 */
export function ElectionAccount({ report, speaker, seed, children }: ElectionAccountProps) {
  const isCounted = report.ballots.counted > 0;
  return (
    <>
      {isCounted && <Numbers report={report} speaker={speaker} />}
      <Why report={report} speaker={speaker} />
      {isCounted && children}
      <Ties ties={report.ties} speaker={speaker} seed={seed} />
      <Margin report={report} speaker={speaker} />
    </>
  );
}

function Numbers({ report, speaker }: Part) {
  const hasRounds = report.method === "stv" || report.method === "irv";
  return (
    <>
      <Picture report={report} speaker={speaker} />
      {hasRounds ? (
        <RoundsTable report={report} speaker={speaker} />
      ) : (
        <OptionTable report={report} speaker={speaker} />
      )}
    </>
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

type TiesProps = { ties: readonly TieMet[]; speaker: Speaker; seed: string | undefined };

/** Every tie that was met, how it fell, and the seed of the lot where one was drawn. */
export function Ties({ ties, speaker, seed }: TiesProps) {
  const { t } = useTranslation("results");
  if (ties.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="ties">
      <h3 id="ties">{t("tie.title")}</h3>
      <ul>
        {ties.map((tie, at) => (
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
