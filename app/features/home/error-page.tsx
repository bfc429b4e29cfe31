import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";

type Trouble = "notFound" | "signIn" | "forbidden" | "labOnly" | "unexpected";

const BY_STATUS: Record<number, Trouble> = {
  401: "signIn",
  403: "forbidden",
  404: "notFound",
};
const WAY_OUT: Record<Trouble, string> = {
  notFound: "/",
  signIn: "/sign-in",
  forbidden: "/",
  labOnly: "/smartlab",
  unexpected: "",
};

/** What happened, that nothing is lost, and what to do. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const answer = isRouteErrorResponse(error) ? error : undefined;
  const refusal = (answer?.data as { refusal?: Refusal } | null)?.refusal;
  const forGroup = refusal?.code === "lab-people-only";
  const trouble = forGroup ? "labOnly" : (BY_STATUS[answer?.status ?? 500] ?? "unexpected");
  // The public page of the lab (`/smartlab/<slug>`) says how to join.
  const lab = useLocation().pathname.split("/").slice(0, 3).join("/");
  return (
    <Page
      kicker={<Mark voices />}
      title={t(`errors.${trouble}.title`)}
      lead={<p>{t(`errors.${trouble}.body`)}</p>}
      actions={
        <ButtonLink
          to={forGroup ? lab : WAY_OUT[trouble]}
          reloadDocument={trouble === "unexpected"}
        >
          {t(`errors.${trouble}.action`)}
        </ButtonLink>
      }
    >
      {refusal && trouble === "unexpected" && <RefusalNote refusal={refusal} />}
    </Page>
  );
}
