import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FormNews, type FormState } from "#app/features/surveys/form-state.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { BeginPage as Loaded } from "#wire/workers-organise.ts";
import { EditionFields } from "./edition-fields.tsx";

/** What an edition most often is: eight debates, read in French and Dutch. */
const USUAL = { seats: "8", "language.fr": "on", "language.nl": "on" };

/** Where the coordination of a campaign begins an assembly. */
export function BeginPage({ page, state }: { page: Loaded; state: FormState }) {
  const { t } = useTranslation("workers-organise");
  const language = useLanguage();
  const values = state.refusal ? state.typed : USUAL;
  return (
    <Page title={t("begin.title")} lead={<p>{t("begin.lead")}</p>}>
      <FormNews state={state} />
      <Form method="post" reloadDocument className="stack">
        <Select
          label={t("edition.campaign")}
          name="campaign"
          defaultValue={state.typed["campaign"]}
          options={page.campaigns.map(({ slug, titles }) => ({
            value: slug,
            label: inLanguage(titles, language)?.value ?? slug,
          }))}
        />
        <EditionFields values={values} />
        <div>
          <Button name="intent" value="begin">
            {t("begin.create")}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
