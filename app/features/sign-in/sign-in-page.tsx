import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { SignInAnswer } from "./enter.server.ts";
import { NoMailHelp } from "./no-mail-help.tsx";
import { PersonaDoors, type PersonaDoor } from "./persona-doors.tsx";
import "./sign-in.css";

type Props = { personas: PersonaDoor[]; answer?: SignInAnswer };

/** The way in: an address gets a code; a password for those who set one. */
export function SignInPage({ personas, answer }: Props) {
  const { t } = useTranslation("sign-in");
  const refusal = (intent: string) => (answer?.intent === intent ? answer.refusal : undefined);
  const [byCode, byPassword] = [refusal("code"), refusal("password")];
  return (
    <Page title={t("title")} lead={<p>{t("lead")}</p>}>
      <Form method="post" reloadDocument className="stack sign-in-form">
        {byCode && <RefusalNote refusal={byCode} />}
        <Field
          label={t("address")}
          help={t("addressHelp")}
          name="address"
          type="email"
          autoComplete="email"
          defaultValue={answer?.address}
        />
        <Button name="intent" value="code" wide>
          {t("sendCode")}
        </Button>
      </Form>
      <details className="sign-in-other" open={byPassword !== undefined}>
        <summary>{t("password.instead")}</summary>
        <Form method="post" reloadDocument className="stack sign-in-form">
          {byPassword && <RefusalNote refusal={byPassword} />}
          <Field
            label={t("address")}
            name="address"
            type="email"
            autoComplete="username"
            defaultValue={answer?.address}
          />
          <Field
            label={t("password.label")}
            help={t("password.help")}
            name="password"
            type="password"
            autoComplete="current-password"
          />
          <Button name="intent" value="password" tone="quiet" wide>
            {t("password.enter")}
          </Button>
        </Form>
      </details>
      {personas.length > 0 && <PersonaDoors personas={personas} refusal={refusal("persona")} />}
      <Section title={t("desk.title")}>
        <p>{t("desk.lead")}</p>
        <p>
          <ButtonLink to="/sign-in/code" tone="quiet">
            {t("desk.enter")}
          </ButtonLink>
        </p>
      </Section>
      <NoMailHelp />
    </Page>
  );
}
