import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CODE_DIGITS, CODE_MINUTES } from "#domain/membership/sign-in-limits.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { SignInAnswer } from "./enter.server.ts";
import { NoMailHelp } from "./no-mail-help.tsx";
import "./sign-in.css";

type Props = { challengeId?: string; to: string; mailsReadable: boolean; answer?: SignInAnswer };

/** Where the six digits of a mail are typed or pasted; without a mail, the desk's long code. */
export function CodePage({ challengeId, to, mailsReadable, answer }: Props) {
  const { t } = useTranslation("sign-in");
  const refusal = answer && <RefusalNote refusal={answer.refusal} />;
  if (!challengeId) {
    return (
      <Page title={t("desk.codeTitle")} lead={<p>{t("desk.codeLead")}</p>}>
        <DeskCodeForm>{refusal}</DeskCodeForm>
      </Page>
    );
  }
  return (
    <Page title={t("code.title")} lead={<p>{t("code.lead", { minutes: CODE_MINUTES })}</p>}>
      <Form method="post" reloadDocument className="stack sign-in-form">
        {refusal}
        <input type="hidden" name="challengeId" value={challengeId} />
        <Field
          label={t("code.label")}
          help={t("code.help", { count: CODE_DIGITS })}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={CODE_DIGITS + 6}
        />
        <Button name="intent" value="verify-code" wide>
          {t("code.enter")}
        </Button>
      </Form>
      <p>
        <Link to={`/sign-in?to=${encodeURIComponent(to)}`}>{t("code.again")}</Link>
      </p>
      {mailsReadable && (
        <p>
          <Link to="/dev/mails" reloadDocument>
            {t("code.demoMails")}
          </Link>
        </p>
      )}
      <NoMailHelp />
    </Page>
  );
}

function DeskCodeForm({ children }: { children?: ReactNode }) {
  const { t } = useTranslation("sign-in");
  return (
    <Form method="post" reloadDocument className="stack sign-in-form">
      {children}
      <Field
        label={t("desk.codeLabel")}
        help={t("desk.codeHelp")}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
      />
      <Button name="intent" value="verify-desk" wide>
        {t("code.enter")}
      </Button>
    </Form>
  );
}
