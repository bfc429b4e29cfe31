import { useTranslation } from "react-i18next";
import { formatList } from "#app/i18n/format.ts";
import type { TransferReport } from "../rounds-table.tsx";
import type { Speaker } from "../speaker.ts";
import { OptionBars } from "./option-bars.tsx";
import { roundBars } from "./round-bars.ts";

type Round = TransferReport["detail"]["rounds"][number];
type Part = { report: TransferReport; speaker: Speaker };

/** Each round: who had how many votes, what came to them in it, and where it came from. */
export function Transfers({ report, speaker }: Part) {
  const { t } = useTranslation("results");
  const { rounds } = report.detail;
  return (
    <div className="transfers">
      <p className="bars-title">{t("picture.rounds")}</p>
      {rounds.map((round, at) => (
        <details key={round.round} open={at === 0 || at === rounds.length - 1}>
          <summary>{roundTitle(round, speaker)}</summary>
          <div className="transfers-body">
            <Moves round={round} unit={report.detail.unit} speaker={speaker} />
            <RoundBars report={report} at={at} speaker={speaker} />
          </div>
        </details>
      ))}
    </div>
  );
}

function roundTitle({ round, act, from }: Round, { t, language, label }: Speaker): string {
  return t(`picture.act.${act}`, { round, from: formatList(language, from.map(label)) });
}

/** Where the votes of this round went, those that went together in one line. */
function Moves({ round, unit, speaker }: { round: Round; unit: number; speaker: Speaker }) {
  const { t } = useTranslation("results");
  if (round.act === "first-preferences") return null;
  const received = new Map<string | undefined, number>();
  for (const { to, ballots, value } of round.transfers) {
    received.set(to, (received.get(to) ?? 0) + ballots * value);
  }
  const lines = [...received].toSorted(([, a], [, b]) => b - a);
  return (
    <ul>
      {lines.map(([to, parts]) => {
        const votes = t("count.votes", { count: parts / unit });
        return (
          <li key={to ?? ""}>
            {to === undefined
              ? t("picture.toNobody", { votes })
              : t("picture.to", { option: speaker.label(to), votes })}
          </li>
        );
      })}
    </ul>
  );
}

function RoundBars({ report, at, speaker }: Part & { at: number }) {
  return <OptionBars {...roundBars(report, at, speaker)} />;
}
