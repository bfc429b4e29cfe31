import { useTranslation } from "react-i18next";
import {
  REHEARSAL_ACTS,
  REHEARSAL_TIMES,
  type Percentiles,
  type RehearsalReport,
  type RehearsalTime,
} from "#domain/live-session/rehearsal.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import { Table, type Column } from "#app/ui/table.tsx";

type TimeRow = Percentiles & { what: RehearsalTime };

/** What a rehearsal found: what broke, what was kept, how fast it was. */
export function ReportOfRehearsal({ report }: { report: RehearsalReport }) {
  const { t } = useTranslation("rehearsal");
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  const acts = REHEARSAL_ACTS.map((act) => ({ act, ...report.acts[act] }));
  const times = REHEARSAL_TIMES.flatMap((what): TimeRow[] => {
    const figures = report.times[what];
    return figures ? [{ what, ...figures }] : [];
  });
  const ms = (key: "p50" | "p95" | "p99" | "max"): Column<TimeRow> => ({
    key,
    label: t(`speed.${key}`),
    numeric: true,
    cell: (row) => t("speed.ms", { ms: number(row[key]) }),
  });
  return (
    <>
      {report.broken.length > 0 && (
        <Section title={t("broken.title")}>
          <ul>
            {report.broken.map(({ what, count, example }) => (
              <li key={what}>
                {t(`broken.${what}`, { count })} <span className="muted">({example})</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("kept.title")}>
        <Table
          caption={t("kept.caption")}
          rows={acts}
          rowKey={({ act }) => act}
          columns={[
            { key: "act", label: t("kept.act"), cell: ({ act }) => t(`kept.acts.${act}`) },
            {
              key: "acknowledged",
              label: t("kept.acknowledged"),
              numeric: true,
              cell: ({ acknowledged }) => number(acknowledged),
            },
            { key: "kept", label: t("kept.kept"), numeric: true, cell: ({ kept }) => number(kept) },
          ]}
        />
        <p>{t("network", { count: report.network.lost })}</p>
        {report.leftOut > 0 && <p className="muted">{t("leftOut", { count: report.leftOut })}</p>}
      </Section>
      <Section title={t("speed.title")}>
        <Table
          caption={t("speed.caption", { seconds: number(report.seconds) })}
          rows={times}
          rowKey={({ what }) => what}
          columns={[
            { key: "what", label: t("speed.what"), cell: ({ what }) => t(`speed.times.${what}`) },
            ms("p50"),
            ms("p95"),
            ms("p99"),
            ms("max"),
          ]}
        />
      </Section>
    </>
  );
}
