import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { FoundPerson } from "#server/auth/find-person.ts";

/** One person found, and the two things a desk can do for them. */
export function DeskPerson({ person }: { person: FoundPerson }) {
  const { t } = useTranslation("membership");
  const { id, name, registerNo, office, email, emailStatus } = person;
  return (
    <Section
      title={name}
      action={
        <Tag tone={emailStatus === "working" ? "canopy" : "ochre"}>
          {t(`desk.emailStatus.${emailStatus}`)}
        </Tag>
      }
    >
      <p className="muted">
        {[registerNo, office, email ?? t("desk.noAddress")].filter(Boolean).join(" · ")}
      </p>
      <div className="row">
        <Confirm label={t("desk.correct.label")} why={t("desk.correct.why")}>
          <Form method="post" reloadDocument className="stack narrow-form">
            <input type="hidden" name="personId" value={id} />
            <Field label={t("desk.correct.address")} name="address" type="email" />
            <Reason />
            <Button name="intent" value="address">
              {t("desk.correct.confirm")}
            </Button>
          </Form>
        </Confirm>
        <Confirm label={t("desk.code.label")} why={t("desk.code.why")}>
          <Form method="post" reloadDocument className="stack narrow-form">
            <input type="hidden" name="personId" value={id} />
            <Reason />
            <Button name="intent" value="code">
              {t("desk.code.confirm")}
            </Button>
          </Form>
        </Confirm>
      </div>
    </Section>
  );
}

function Reason() {
  const { t } = useTranslation("membership");
  return (
    <Field
      label={t("desk.reason")}
      help={t("desk.reasonHelp")}
      name="reason"
      minLength={3}
      maxLength={300}
    />
  );
}
