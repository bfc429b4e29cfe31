import { useTranslation } from "react-i18next";
import type { ElectionReport } from "#wire/decisions.ts";
import type { Speaker } from "../speaker.ts";
import { barsOf } from "./bars-of.ts";
import { OptionBars } from "./option-bars.tsx";
import { Pairs } from "./pairs.tsx";
import { Transfers } from "./transfers.tsx";

/** The picture that belongs to the method. Without a ballot there is none. */
export function Picture({ report, speaker }: { report: ElectionReport; speaker: Speaker }) {
  const { t } = useTranslation("results");
  if (report.ballots.counted === 0) return null;
  switch (report.method) {
    case "stv":
    case "irv":
      return <Transfers report={report} speaker={speaker} />;
    case "schulze":
    case "ranked-pairs":
      return <Pairs report={report} speaker={speaker} />;
    default:
      return (
        <OptionBars title={t(`picture.title.${report.method}`)} {...barsOf(report, speaker)} />
      );
  }
}
