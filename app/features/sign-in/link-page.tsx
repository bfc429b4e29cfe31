import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { SignInAnswer } from "./enter.server.ts";

/** Opening a link does nothing; pressing the button signs in. */
export function LinkPage({ answer }: { answer?: SignInAnswer }) {
  const { t } = useTranslation("sign-in");
  return (
    <Page title={t("link.title")} lead={<p>{t("link.lead")}</p>}>
      {answer ? (
        <>
          <RefusalNote refusal={answer.refusal} />
          <p>
            <ButtonLink to="/sign-in">{t("link.again")}</ButtonLink>
          </p>
        </>
      ) : (
        <Form method="post" reloadDocument>
          <Button>{t("link.enter")}</Button>
        </Form>
      )}
    </Page>
  );
}
