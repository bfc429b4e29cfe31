import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import { Table } from "#app/ui/table.tsx";
import type { PastedLine } from "#wire/decision-designer.ts";

/** What became of each pasted line: first those that added nobody. */
export function PasteReport({ lines }: { lines: PastedLine[] }) {
  const { t } = useTranslation("designer");
  const added = lines.filter(({ outcome }) => outcome === "added");
  const others = lines.filter(({ outcome }) => outcome !== "added");
  return (
    <Notice
      tone={others.length > 0 ? "wait" : "done"}
      role="status"
      title={added.length > 0 ? t("paste.added", { count: added.length }) : t("paste.nobody")}
    >
      {others.length > 0 && <Lines caption={t("paste.notAdded")} lines={others} />}
      {added.length > 0 && (
        <details>
          <summary>{t("paste.see")}</summary>
          <Lines caption={t("paste.outcome.added")} lines={added} />
        </details>
      )}
    </Notice>
  );
}

function Lines({ caption, lines }: { caption: string; lines: PastedLine[] }) {
  const { t } = useTranslation("designer");
  return (
    <Table
      caption={caption}
      columns={[
        { key: "line", label: t("paste.line"), cell: ({ line }) => line },
        { key: "typed", label: t("paste.typed"), cell: ({ typed }) => typed },
        { key: "name", label: t("paste.name"), cell: ({ name }) => name ?? "–" },
        {
          key: "outcome",
          label: t("paste.what"),
          cell: ({ outcome }) => t(`paste.outcome.${outcome}`),
        },
      ]}
      rows={lines}
      rowKey={({ line }) => String(line)}
    />
  );
}
