import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CodevFrontPage, CycleCard } from "#wire/codev-pages.ts";
import { Apply, Conflicts } from "./apply.tsx";
import { OwnSpace } from "./own-space.tsx";
import { Published } from "./published.tsx";
import { RefusedForm } from "./refused-form.tsx";
import "./codev.css";

/** What co-development is, the reader's cycles, and the way into one. */
export function FrontPage({ page }: { page: CodevFrontPage }) {
  const { t } = useTranslation("codev");
  const { rights, cycles } = page;
  return (
    <Page title={t("title")} lead={<p>{t("about")}</p>} actions={<Ways page={page} />}>
      <RefusedForm />
      {cycles.length > 0 && (
        <Section title={t("mine.title")}>
          <CycleList cycles={cycles} />
        </Section>
      )}
      <OwnSpace page={page} />
      <HowItGoes />
      {page.sums.sessions && (
        <details className="codev-fold">
          <summary>{t("evaluated.all")}</summary>
          <Published sums={page.sums} />
        </details>
      )}
      {rights.apply && <Apply page={page} />}
      {(rights.apply || rights.lead) && <Conflicts page={page} />}
    </Page>
  );
}

function Ways({ page: { rights, application } }: { page: CodevFrontPage }) {
  const { t } = useTranslation("codev");
  return (
    <>
      {!rights.signedIn && <ButtonLink to="/sign-in?to=%2Fcodev">{t("ways.signIn")}</ButtonLink>}
      {rights.apply && !application && <ButtonLink to="#apply">{t("ways.apply")}</ButtonLink>}
      {rights.signedIn && (
        <ButtonLink to="/codev/lead" tone="quiet">
          {t(rights.lead ? "ways.lead" : "ways.learnToLead")}
        </ButtonLink>
      )}
      {rights.organise && (
        <ButtonLink to="/codev/organise" tone="quiet">
          {t("ways.organise")}
        </ButtonLink>
      )}
    </>
  );
}

const PARTS = ["group", "turn", "session", "secret"] as const;

function HowItGoes() {
  const { t } = useTranslation("codev");
  return (
    <Section title={t("how.title")}>
      <dl className="codev-how">
        {PARTS.map((part) => (
          <div key={part}>
            <dt>{t(`how.${part}.title`)}</dt>
            <dd>{t(`how.${part}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t("how.exceptions")}</p>
      <p>
        <Link to="/codev/practice">{t("how.practice")}</Link>
      </p>
    </Section>
  );
}

export function CycleList({ cycles }: { cycles: CycleCard[] }) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  return (
    <ul className="codev-list">
      {cycles.map((cycle) => (
        <li key={cycle.id} className="codev-card">
          <p className="codev-card-name">
            <Link to={`/codev/cycles/${cycle.id}`}>{cycle.name}</Link>{" "}
            <Tag tone={cycle.state === "running" ? "canopy" : "plain"}>
              {t(`cycle.state.${cycle.state}`)}
            </Tag>{" "}
            {cycle.waits && <Tag tone="ochre">{t("cycle.waits")}</Tag>}
          </p>
          <p className="muted">
            {[
              t(`cycle.as.${cycle.as}`),
              t(`mode.${cycle.mode}`),
              cycle.mode === "room" ? cycle.office : undefined,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {cycle.next && (
            <p>{t("cycle.next", { date: formatDateTime(language, cycle.next.startsAt) })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
