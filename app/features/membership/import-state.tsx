import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MAX_PROBLEMS, type ImportReport } from "#domain/membership/register-import.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { LiveRegion } from "#app/ui/live-region.tsx";
import { Notice, type NoticeTone } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { Table } from "#app/ui/table.tsx";

type Props = { report: ImportReport };

const TONES: Record<ImportReport["status"], NoticeTone> = {
  waiting: "wait",
  checking: "wait",
  checked: "information",
  wrong: "stop",
  writing: "wait",
  written: "done",
};

/** Where the latest import stands, and what can be done with it. */
export function ImportState({ report }: Props) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const { status, progress, fileName } = report;
  const number = (value: number) => formatNumber(language, value);
  const heading = t(`import.status.${status}`);
  return (
    <Section title={fileName}>
      <LiveRegion message={heading} />
      <Notice tone={TONES[status]} title={heading}>
        <p>{t(`import.means.${status}`)}</p>
      </Notice>
      {(status === "waiting" || status === "checking" || status === "writing") && (
        <Progress
          label={heading}
          value={progress.done}
          max={progress.lines}
          words={t("import.linesOf", {
            done: number(progress.done),
            lines: number(progress.lines),
          })}
        />
      )}
      {(status === "checked" || status === "written" || status === "wrong") && (
        <Stats>
          {(["created", "changed", "unchanged", "wrong", "events"] as const).map((key) => (
            <Stat key={key} value={number(progress[key])} label={t(`import.counts.${key}`)} />
          ))}
        </Stats>
      )}
      {status === "checked" && (
        <Confirm label={t("import.write.label")} why={t("import.write.why")} tone="primary">
          <Form method="post" reloadDocument>
            <input type="hidden" name="importId" value={report.id} />
            <Button>{t("import.write.confirm")}</Button>
          </Form>
        </Confirm>
      )}
      {report.problems.length > 0 && <Problems report={report} />}
    </Section>
  );
}

function Problems({ report }: Props) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const { problems } = report;
  return (
    <>
      {problems.length >= MAX_PROBLEMS && (
        <p>{t("import.firstProblems", { number: formatNumber(language, MAX_PROBLEMS) })}</p>
      )}
      <Table
        caption={t("import.problemsCaption")}
        rows={problems.map((problem, index) => ({ ...problem, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            key: "line",
            label: t("import.line"),
            numeric: true,
            cell: ({ line }) => formatNumber(language, line),
          },
          { key: "column", label: t("import.column"), cell: ({ column }) => column || "–" },
          { key: "what", label: t("import.what"), cell: ({ code }) => t(`import.problem.${code}`) },
          { key: "value", label: t("import.value"), cell: ({ value }) => value || "–" },
        ]}
      />
    </>
  );
}
