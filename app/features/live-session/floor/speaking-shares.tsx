import { useTranslation } from "react-i18next";
import type { SpeakingRatio, SpeakingShare } from "#domain/live-session/speaking.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Table } from "#app/ui/table.tsx";
import { clockOf } from "./clock-of.ts";

type Row = SpeakingShare & { name: string };

/** How the floor was shared so far, by group and never by person; nothing before the first turn. */
export function SpeakingShares({ ratio }: { ratio: SpeakingRatio }) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const { room, remote, firstTime, languages } = ratio;
  if (room.turns + remote.turns === 0) return null;
  const rows: Row[] = [
    { name: t("channel.room"), ...room },
    { name: t("channel.remote"), ...remote },
    { name: t("shares.firstTime"), ...firstTime },
    ...Object.entries(languages).map(([code, share]) => ({
      name: languageName(code, language),
      ...share,
    })),
  ];
  return (
    <Table
      caption={t("shares.caption")}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: "who", label: t("shares.who"), cell: ({ name }) => name },
        { key: "turns", label: t("shares.turns"), numeric: true, cell: ({ turns }) => turns },
        {
          key: "time",
          label: t("shares.time"),
          numeric: true,
          cell: ({ seconds }) => clockOf(seconds),
        },
      ]}
    />
  );
}
