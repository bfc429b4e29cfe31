import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

/** `undefined` for a link that is not one of ours. */
type Ending = { everything: boolean; name: string } | undefined;

/** One click and no account: nothing here says whose link it is. */
export function UnsubscribePage({ ending, done }: { ending: Ending; done: boolean }) {
  const { t } = useTranslation("home");
  if (!ending) {
    return (
      <Page title={t("leave.unknown.title")} lead={<p>{t("leave.unknown.body")}</p>}>
        <p>
          <ButtonLink to="/notifications/choices">{t("leave.choose")}</ButtonLink>
        </p>
      </Page>
    );
  }
  const what = t(ending.everything ? "leave.everything" : "leave.about", { name: ending.name });
  return (
    <Page title={t("leave.title")} lead={<p>{what}</p>}>
      {done ? (
        <Notice tone="done" role="status" title={t("leave.done.title")}>
          <p>{t("leave.done.body")}</p>
        </Notice>
      ) : (
        <Form method="post" reloadDocument>
          <Button>{t("leave.confirm")}</Button>
        </Form>
      )}
      <p className="muted">{t("leave.statutory")}</p>
    </Page>
  );
}
