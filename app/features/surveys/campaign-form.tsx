import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InLanguages } from "#app/features/programme/in-languages.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";
import { ELECTORATES } from "#domain/surveys/campaign.ts";
import { FormNews, type FormState, type Typed } from "./form-state.tsx";
import "../programme/programme.css";
import "./surveys.css";

/** The page on which a campaign begins and is handed to the workers who will coordinate it. */
export function NewCampaignPage({ state }: { state: FormState }) {
  const { t } = useTranslation("surveys");
  return (
    <Page title={t("campaign.new")} lead={<p>{t("campaign.newLead")}</p>}>
      <FormNews state={state} />
      <Form method="post" reloadDocument className="stack">
        <CampaignFields values={state.typed} />
        <Field
          label={t("campaign.form.coordinators")}
          help={t("campaign.form.coordinatorsHelp")}
          name="coordinators"
          maxLength={200}
          defaultValue={state.typed["coordinators"]}
        />
        <div>
          <Button name="intent" value="create">
            {t("campaign.form.create")}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

/** What a campaign says of itself. `fixed`: whom it asks was published, and stays. */
export function CampaignFields({ values, fixed = false }: { values: Typed; fixed?: boolean }) {
  const { t } = useTranslation("surveys");
  const text = (name: string, maxLength: number, long = false, help?: string) => (
    <InLanguages
      legend={t(`campaign.form.${name}`)}
      {...(help ? { help } : {})}
      name={name}
      values={values}
      maxLength={maxLength}
      long={long}
    />
  );
  return (
    <>
      {text("title", 160)}
      {text("purpose", 2_000, true)}
      {text("sponsor", 300)}
      {text("themes", 600, true, t("campaign.form.themesHelp"))}
      <Field
        label={t("campaign.form.contact")}
        name="contact"
        maxLength={200}
        defaultValue={values["contact"]}
      />
      {fixed && <p className="muted">{t("campaign.form.fixed")}</p>}
      <Select
        label={t("campaign.form.electorate")}
        name="electorate"
        defaultValue={values["electorate"]}
        options={ELECTORATES.map((one) => ({
          value: one,
          label: t(`campaign.electorate.${one}`),
        }))}
      />
      <Field
        label={t("campaign.form.offices")}
        help={t("campaign.form.officesHelp")}
        name="offices"
        optional
        maxLength={400}
        defaultValue={values["offices"]}
      />
      {text("calendar", 2_000, true, t("campaign.form.calendarHelp"))}
    </>
  );
}
