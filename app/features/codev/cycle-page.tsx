import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { CyclePage as Loaded } from "#wire/codev-pages.ts";
import { DateLine } from "./date-line.tsx";
import { EndOfCycle } from "./end-of-cycle.tsx";
import { People } from "./people.tsx";
import { Pact } from "./pact.tsx";
import { RefusedForm } from "./refused-form.tsx";
import { Newcomers, Swaps } from "./swaps.tsx";
import { Tend } from "./tend.tsx";
import "./codev.css";

/** A cycle for who is in it: what is asked of them, its dates and turns, its people. */
export function CyclePage({ page }: { page: Loaded }) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const where = page.mode === "room" ? [page.office, page.place] : [t("mode.online")];
  return (
    <Page
      kicker={<Link to="/codev">{t("title")}</Link>}
      title={page.name}
      lead={
        <p>
          {[...where, languageName(page.language, language)].filter(Boolean).join(" · ")}
          {page.link && (
            <>
              {" · "}
              <a href={page.link} rel="noreferrer">
                {t("cycle.link")}
              </a>
            </>
          )}
        </p>
      }
    >
      <RefusedForm />
      <EndOfCycle page={page} />
      <Pact page={page} />
      <Swaps page={page} />
      <Newcomers page={page} />
      {page.state !== "signing" && <Next page={page} />}
      <Section title={t("cycle.dates", { count: page.sessions.length })}>
        <ul className="codev-list">
          {page.sessions.map((session) => (
            <DateLine key={session.id} page={page} session={session} />
          ))}
        </ul>
      </Section>
      <People page={page} />
      {page.as === "facilitator" && <Tend page={page} />}
      {page.myState === "active" && (page.state === "running" || page.state === "signing") && (
        <Confirm label={t("cycle.leave")} why={t("cycle.leaveWhy")}>
          <PostedAct
            act="codev.leave"
            fields={{ cycleId: page.id }}
            label={t("cycle.leaveNow")}
            tone="stop"
          />
        </Confirm>
      )}
    </Page>
  );
}

function Next({ page }: { page: Loaded }) {
  const { t } = useTranslation("codev");
  const next = page.people.find(({ id }) => id === page.nextClientId);
  if (page.state !== "running") return null;
  return (
    <>
      {next && <p>{next.me ? t("turn.nextIsMe") : t("turn.nextIs", { name: next.name })}</p>}
      {page.datesMissing > 0 && (
        <Notice tone="wait" title={t("turn.missing", { count: page.datesMissing })} />
      )}
    </>
  );
}
