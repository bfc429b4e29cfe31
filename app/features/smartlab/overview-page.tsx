import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { formatNumber, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import type { LabOverview, LabOverviewLine } from "#wire/smartlab-pages.ts";
import { LabWords, OpennessTag } from "./lab-facts.tsx";
import { FunnelPart } from "./lab-page.tsx";
import "./smartlab.css";

/** All labs for who answers for them: how far each came, how each does, all together. */
export function OverviewPage({ page }: { page: LabOverview }) {
  const { t } = useTranslation("smartlab");
  const { labs, total, persons } = page;
  return (
    <Page
      wide
      kicker={<Link to="/smartlab">{t("title")}</Link>}
      title={t("overview.title")}
      lead={<p>{t("overview.persons", persons)}</p>}
    >
      <FunnelPart funnel={total} title={t("overview.funnel")} />
      <Section title={t("overview.labs", { count: labs.length })}>
        <LabTable labs={labs} />
      </Section>
      <Hubs page={page} />
    </Page>
  );
}

function LabTable({ labs }: { labs: LabOverviewLine[] }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  const figure = (key: string, of: (lab: LabOverviewLine) => number) => ({
    key,
    label: t(`funnel.${key}`),
    numeric: true,
    cell: (lab: LabOverviewLine) => formatNumber(language, of(lab)),
  });
  const columns: Column<LabOverviewLine>[] = [
    {
      key: "lab",
      label: t("overview.lab"),
      cell: (lab) => (
        <Link to={`/smartlab/${lab.slug}`}>
          <LabWords lab={lab}>{lab.title}</LabWords>
        </Link>
      ),
    },
    { key: "state", label: t("overview.state"), cell: (lab) => <State lab={lab} /> },
    figure("interested", ({ funnel }) => funnel.interested),
    figure("registered", ({ funnel }) => funnel.registered),
    figure("met", ({ funnel }) => funnel.met),
    figure("sessionHours", ({ funnel }) => Math.round(funnel.sessionMinutes / 60)),
    figure("personHours", ({ funnel }) => Math.round(funnel.personMinutes / 60)),
  ];
  return (
    <Table
      caption={t("overview.title")}
      captionHidden
      columns={columns}
      rows={labs}
      rowKey={({ id }) => id}
    />
  );
}

function State({ lab }: { lab: LabOverviewLine }) {
  const { t } = useTranslation("smartlab");
  return (
    <span className="row">
      {lab.state === "ready" ? (
        <Tag tone="plum" shape="ring">
          {t("overview.ready")}
        </Tag>
      ) : (
        <OpennessTag lab={lab} />
      )}
      {lab.health !== "well" && (
        <Tag tone="clay" shape="square">
          {t("overview.silent", { count: lab.silentFor })}
        </Tag>
      )}
    </span>
  );
}

function Hubs({ page: { hubs, labs } }: { page: LabOverview }) {
  const { t } = useTranslation("smartlab");
  const reader = useLanguage();
  return (
    <Section title={t("hub.all")}>
      <details className="lab-more">
        <summary>{t("hub.make")}</summary>
        <ActForm act="smartlab.make-hub" label={t("hub.makeNow")} className="stack">
          <Select
            label={t("form.language")}
            name="language"
            defaultValue={reader}
            options={LANGUAGES.map((value) => ({ value, label: languageName(value, reader) }))}
          />
          <Field label={t("hub.entryTitle")} name="title" maxLength={120} />
          <TextArea label={t("hub.summary")} name="summary" optional rows={3} maxLength={1_000} />
        </ActForm>
      </details>
      {hubs.length > 0 && (
        <details className="lab-more">
          <summary>{t("hub.link")}</summary>
          <ActForm act="smartlab.link-hub" label={t("hub.linkNow")} className="stack">
            <Select
              label={t("overview.lab")}
              name="labId"
              options={labs.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <Select
              label={t("hub.one")}
              name="hubId"
              optional
              options={[
                { value: "", label: t("hub.none") },
                ...hubs.map(({ id, title }) => ({
                  value: id,
                  label: Object.values(title)[0] ?? "",
                })),
              ]}
            />
          </ActForm>
        </details>
      )}
    </Section>
  );
}
