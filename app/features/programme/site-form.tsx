import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { Hidden } from "#app/features/live-session/act-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { SITE_KINDS } from "#domain/programme/site.ts";
import { MOST_DUE_DAYS } from "#domain/programme/synthesis.ts";
import type { EditPage } from "#wire/programme.ts";
import { type FieldValues, siteValues, withTyped } from "./field-values.ts";
import { CancelPart, CapacityField, HourFields, SpokenBoxes } from "./form-parts.tsx";
import { InLanguages } from "./in-languages.tsx";
import { StreamFields } from "./stream-fields.tsx";
import "./programme.css";

type Site = EditPage["sites"][number];

/** A place of the day or a stop of the tour, as its organisers write it. */
export function SiteForm({
  page,
  site,
  answer,
}: {
  page: EditPage;
  site?: Site;
  answer?: ActAnswer;
}) {
  const { t } = useTranslation("programme");
  const values = withTyped(siteValues(site), answer);
  const base = `/assembly/${page.assembly.slug}/programme/arrange`;
  return (
    <Page
      kicker={<Link to={base}>{t("arrange.title")}</Link>}
      title={site ? site.name : t("arrange.addSite")}
    >
      <Form method="post" className="stack">
        {site ? (
          <Hidden intent="programme.change-site" fields={{ siteId: site.id }} />
        ) : (
          <Hidden intent="programme.add-site" fields={{ assemblyId: page.assembly.id }} />
        )}
        {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
        <Where page={page} values={values} />
        <SpokenBoxes chosen={site?.languages ?? ["fr", "nl"]} />
        <Open values={values} />
        <InLanguages
          legend={t("access")}
          help={t("form.accessHelp")}
          name="access"
          values={values}
          maxLength={2_000}
          long
        />
        <StreamFields values={values} interpreted />
        <Button>{t("form.save")}</Button>
      </Form>
      {site && !site.cancelled && (
        <CancelPart
          act="programme.cancel-site"
          fields={{ siteId: site.id }}
          title={t("arrange.cancelSite")}
          why={t("arrange.cancelSiteWhy")}
        />
      )}
    </Page>
  );
}

function Where({ page, values }: { page: EditPage; values: FieldValues }) {
  const { t } = useTranslation("programme");
  return (
    <>
      <Select
        label={t("form.siteKind")}
        name="kind"
        defaultValue={values["kind"]}
        options={SITE_KINDS.map((value) => ({ value, label: t(`site.kind.${value}`) }))}
      />
      <Field label={t("form.name")} name="name" maxLength={120} defaultValue={values["name"]} />
      <Field
        label={t("form.city")}
        name="city"
        optional
        maxLength={80}
        defaultValue={values["city"]}
      />
      <Field
        label={t("form.address")}
        name="address"
        optional
        maxLength={300}
        defaultValue={values["address"]}
      />
      <Select
        label={t("form.office")}
        help={t("form.officeHelp")}
        name="officeId"
        optional
        defaultValue={values["officeId"]}
        options={[
          { value: "", label: t("form.noOffice") },
          ...page.offices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}

function Open({ values }: { values: FieldValues }) {
  const { t } = useTranslation("programme");
  return (
    <>
      <HourFields values={values} />
      <CapacityField values={values} label={t("form.seats")} />
      <Field
        label={t("form.dueDays")}
        help={t("form.dueDaysHelp")}
        name="dueDays"
        type="number"
        min={0}
        max={MOST_DUE_DAYS}
        defaultValue={values["dueDays"]}
      />
    </>
  );
}
