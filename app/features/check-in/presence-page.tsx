import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PresenceDay } from "#wire/check-in.ts";
import { usePolling } from "#app/features/membership/use-polling.ts";
import { formatNumber, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { Table, type Column } from "#app/ui/table.tsx";
import { PresencePicture } from "./presence-picture.tsx";
import { useSiteName } from "./site-name.ts";
import "./check-in.css";

/** Looked at again this often (ms). */
const LOOK_AGAIN = 15_000;

type Step = PresenceDay["steps"][number];
type PresencePageProps = { day: PresenceDay; asked: string; mayExport: boolean };

/** Who was where through the day: a picture, a table, and any minute one asks for. */
export function PresencePage({ day, asked, mayExport }: PresencePageProps) {
  const { t } = useTranslation("check-in");
  const { slug, title } = day.assembly;
  usePolling(true, LOOK_AGAIN);
  return (
    <Page
      title={t("presence.title")}
      kicker={<Words of={title} />}
      lead={<p>{t("presence.lead")}</p>}
      actions={<Link to={`/live-session/${slug}`}>{t("presence.back")}</Link>}
      wide
    >
      {day.steps.length === 0 ? (
        <EmptyState title={t("presence.none.title")}>{t("presence.none.text")}</EmptyState>
      ) : (
        <Course day={day} />
      )}
      <Section title={t("presence.ask")}>
        <Form className="presence-ask">
          <Field
            label={t("presence.time")}
            help={t("presence.askHelp")}
            name="at"
            defaultValue={asked}
            inputMode="numeric"
            pattern="([01]?[0-9]|2[0-3])[:h.][0-5][0-9]"
            maxLength={5}
          />
          <Button tone="quiet">{t("presence.askGo")}</Button>
        </Form>
        {day.asked && <AtOneMinute day={day} step={day.asked} />}
      </Section>
      {mayExport && <Exports slug={slug} />}
    </Page>
  );
}

function usePlaceNames({ places }: PresenceDay): string[] {
  return places.map(useSiteName());
}

function Course({ day }: { day: PresenceDay }) {
  const { t } = useTranslation("check-in");
  const language = useLanguage();
  const names = usePlaceNames(day);
  const number = (value: number) => formatNumber(language, value);
  const columns: Column<Step>[] = [
    { key: "time", label: t("presence.time"), cell: ({ at }) => formatTime(language, at) },
    ...day.places.map(({ key }, place) => ({
      key,
      label: names[place],
      numeric: true,
      cell: ({ counts }: Step) => number(counts[place]?.[0] ?? 0),
    })),
    {
      key: "total",
      label: t("presence.total"),
      numeric: true,
      cell: ({ counts }) => number(sumOf(counts, 0)),
    },
  ];
  return (
    <>
      <PresencePicture day={day} names={names} />
      <Table
        caption={t("presence.table")}
        columns={columns}
        rows={[...day.steps].reverse()}
        rowKey={({ at }) => String(at)}
      />
    </>
  );
}

function AtOneMinute({ day, step }: { day: PresenceDay; step: Step }) {
  const { t } = useTranslation("check-in");
  const language = useLanguage();
  const names = usePlaceNames(day);
  return (
    <>
      <h3>{t("presence.at", { time: formatTime(language, step.at) })}</h3>
      <Stats>
        {[...names, t("presence.total")].map((name, place) => {
          const [persons, shares] = step.counts[place] ?? [
            sumOf(step.counts, 0),
            sumOf(step.counts, 1),
          ];
          return (
            <Stat
              key={name}
              label={name}
              value={t("presence.persons", { count: persons })}
              note={t("presence.shares", { count: shares })}
            />
          );
        })}
      </Stats>
    </>
  );
}

function sumOf(counts: Step["counts"], which: 0 | 1): number {
  return counts.reduce((sum, count) => sum + count[which], 0);
}

function Exports({ slug }: { slug: string }) {
  const { t } = useTranslation("check-in");
  return (
    <Section title={t("presence.exports")}>
      <p>{t("presence.exportsText")}</p>
      <ul className="row presence-exports">
        <li>
          <a href={`/live-session/${slug}/attendance.pdf`}>{t("presence.pdf")}</a>
        </li>
        <li>
          <a href={`/live-session/${slug}/attendance.csv`}>{t("presence.csv")}</a>
        </li>
      </ul>
    </Section>
  );
}
