import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { ElectionReport } from "#wire/decisions.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Speaker } from "../speaker.ts";
import "./pictures.css";

export type PairwiseReport = Extract<ElectionReport, { method: "schulze" | "ranked-pairs" }>;

const SIGNS = { win: "✓", loss: "", equal: "=" } as const;

/** Every two options compared: a row against each column, from first to last. */
export function Pairs({ report, speaker }: { report: PairwiseReport; speaker: Speaker }) {
  const { t } = useTranslation("results");
  const id = useId();
  const order = report.order.flat();
  return (
    <div className="stack">
      <p id={id}>{t("picture.pairs")}</p>
      {/* A region that scrolls must be reachable from the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="pairs-room" role="region" aria-labelledby={id} tabIndex={0}>
        <table className="pairs" aria-labelledby={id}>
          <thead>
            <tr>
              <td />
              {order.map((option, at) => (
                <th key={option} scope="col" title={speaker.label(option)}>
                  <span aria-hidden="true">{at + 1}</span>
                  <span className="for-ears">{speaker.label(option)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.map((option, at) => (
              <tr key={option}>
                <th scope="row">
                  {at + 1}. {speaker.label(option)}
                </th>
                {order.map((other) => (
                  <Cell key={other} report={report} of={option} against={other} speaker={speaker} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

type CellProps = { report: PairwiseReport; of: string; against: string; speaker: Speaker };

function Cell({ report: { options, detail }, of, against, speaker }: CellProps) {
  const { t } = useTranslation("results");
  if (of === against) return <td aria-hidden="true">·</td>;
  const [a, b] = [options.indexOf(of), options.indexOf(against)];
  const [own, back] = [detail.matrix[a]?.[b] ?? 0, detail.matrix[b]?.[a] ?? 0];
  const standing = own > back ? "win" : own < back ? "loss" : "equal";
  return (
    <td className={`pairs-${standing}`}>
      {formatNumber(speaker.language, own)}
      <span aria-hidden="true"> {SIGNS[standing]}</span>
      <span className="for-ears">{t(`picture.pair.${standing}`)}</span>
    </td>
  );
}
