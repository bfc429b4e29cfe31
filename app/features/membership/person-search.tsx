import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";

/** Looks somebody up by name, register number or address. */
export function PersonSearch({ query }: { query: string }) {
  const { t } = useTranslation("membership");
  return (
    <Form role="search" className="stack narrow-form">
      <Field
        label={t("search.label")}
        help={t("search.help")}
        name="q"
        type="search"
        minLength={2}
        defaultValue={query}
      />
      <Button tone="quiet">{t("search.submit")}</Button>
    </Form>
  );
}
