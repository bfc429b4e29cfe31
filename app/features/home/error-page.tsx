import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";

type Trouble = "notFound" | "signIn" | "forbidden" | "labOnly" | "workersOnly" | "unexpected";

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
  workersOnly: "/workers-assembly",
  unexpected: "",
};

const isForGroup = (trouble: Trouble) => trouble === "labOnly" || trouble === "workersOnly";

/** No office gives a way into a group: its people do. */
function troubleOf(status: number, refusal: Refusal | undefined, place: string): Trouble {
  if (refusal?.code === "lab-people-only") return "labOnly";
  const apart = status === 403 && /^\/workers-assembly\/(?!new$)/.test(place);
  if (apart || refusal?.code === "workers-people-only") return "workersOnly";
  return BY_STATUS[status] ?? "unexpected";
}

/** What happened, that nothing is lost, and what to do. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const answer = isRouteErrorResponse(error) ? error : undefined;
  const refusal = (answer?.data as { refusal?: Refusal } | null)?.refusal;
  // The first two parts of an address lead to what is public of it: `/smartlab/<slug>` says how to join.
  const place = useLocation().pathname.split("/").slice(0, 3).join("/");
  const trouble = troubleOf(answer?.status ?? 500, refusal, place);
  const ownPage = isForGroup(trouble) && place.startsWith(`${WAY_OUT[trouble]}/`);
  return (
    <Page
      kicker={<Mark voices />}
      title={t(`errors.${trouble}.title`)}
      lead={<p>{t(`errors.${trouble}.body`)}</p>}
      actions={
        <ButtonLink
          to={ownPage ? place : WAY_OUT[trouble]}
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
