import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ROLES } from "#domain/kernel/actor.ts";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import type { FoundPerson } from "#server/auth/find-person.ts";
import type { BodyChoice } from "#server/features/membership/grants.ts";
import { useBodyName } from "./use-body-name.ts";

type Props = { persons: FoundPerson[]; bodies: BodyChoice[]; today: string };

/** A role, in one body, from one day to another, for one of the people found. */
export function GrantForm({ persons, bodies, today }: Props) {
  const { t } = useTranslation("membership");
  const nameOf = useBodyName(bodies);
  return (
    <Form method="post" reloadDocument className="stack narrow-form">
      <Select
        label={t("roles.grant.person")}
        name="personId"
        options={persons.map(({ id, name, registerNo }) => ({
          value: id,
          label: registerNo ? `${name} (${registerNo})` : name,
        }))}
      />
      <Select
        label={t("roles.role")}
        name="role"
        options={ROLES.map((role) => ({ value: role, label: t(`roles.names.${role}`) }))}
      />
      <Select
        label={t("roles.body")}
        name="body"
        options={bodies.map(({ body }) => ({ value: body, label: nameOf(body) }))}
      />
      <Field label={t("roles.from")} name="validFrom" type="date" defaultValue={today} />
      <Field
        label={t("roles.to")}
        help={t("roles.toHelp")}
        name="validTo"
        type="date"
        min={today}
        optional
      />
      <Button name="intent" value="grant">
        {t("roles.grant.confirm")}
      </Button>
    </Form>
  );
}
