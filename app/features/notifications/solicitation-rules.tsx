import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import type { SolicitationsPage } from "#wire/solicitations.ts";
import { InLanguages } from "./solicitation-fields.tsx";

export function CapForm({ most, days }: SolicitationsPage["cap"]) {
  const { t } = useTranslation("home");
  return (
    <Section title={t("requests.capForm.title")}>
      <Form method="post" reloadDocument className="stack request-form">
        <div className="hours">
          <Field
            label={t("requests.capForm.most")}
            name="most"
            type="number"
            min={1}
            max={50}
            defaultValue={most}
          />
          <Field
            label={t("requests.capForm.days")}
            name="days"
            type="number"
            min={1}
            max={366}
            defaultValue={days}
          />
        </div>
        <div>
          <Button name="intent" value="cap" tone="quiet">
            {t("requests.capForm.save")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

export function QuietForm() {
  const { t } = useTranslation("home");
  return (
    <details>
      <summary>{t("requests.quietForm.title")}</summary>
      <Form method="post" reloadDocument className="stack request-form">
        <div className="hours">
          <Field label={t("requests.quietForm.first")} name="firstDay" type="date" />
          <Field label={t("requests.quietForm.last")} name="lastDay" type="date" />
        </div>
        <InLanguages say="requests.quietForm.name" />
        <div>
          <Button name="intent" value="add-quiet" tone="quiet">
            {t("requests.quietForm.save")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

export function RemoveQuiet({ id }: { id: string }) {
  const { t } = useTranslation("home");
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="id" value={id} />
      <Button name="intent" value="remove-quiet" tone="quiet">
        {t("requests.quietForm.remove")}
      </Button>
    </Form>
  );
}
