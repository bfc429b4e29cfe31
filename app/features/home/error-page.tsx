import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";

type Trouble = "notFound" | "signIn" | "forbidden" | "unexpected";

const BY_STATUS: Record<number, Trouble> = {
  401: "signIn",
  403: "forbidden",
  404: "notFound",
};
const WAY_OUT: Record<Trouble, string> = {
  notFound: "/",
  signIn: "/sign-in",
  forbidden: "/",
  unexpected: "",
};

/** What happened, that nothing is lost, and what to do. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const answer = isRouteErrorResponse(error) ? error : undefined;
  const trouble = BY_STATUS[answer?.status ?? 500] ?? "unexpected";
  const refusal = (answer?.data as { refusal?: Refusal } | null)?.refusal;
  return (
    <Page
      kicker={<Mark voices />}
      title={t(`errors.${trouble}.title`)}
      lead={<p>{t(`errors.${trouble}.body`)}</p>}
      actions={
        <ButtonLink to={WAY_OUT[trouble]} reloadDocument={trouble === "unexpected"}>
          {t(`errors.${trouble}.action`)}
        </ButtonLink>
      }
    >
      {refusal && trouble === "unexpected" && <RefusalNote refusal={refusal} />}
    </Page>
  );
}
