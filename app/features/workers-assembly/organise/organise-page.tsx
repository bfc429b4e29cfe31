import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import {
  FormNews,
  type FormState,
  inFields,
  type Typed,
  typedInto,
} from "#app/features/surveys/form-state.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { OrganisePage as Loaded } from "#wire/workers-organise.ts";
import { LineNav } from "../line-nav.tsx";
import { EditionFields } from "./edition-fields.tsx";
import { OfficeList } from "./office-list.tsx";
import "./organise.css";

/** Where the coordination of an edition prepares it. */
export function OrganisePage({ page, state }: { page: Loaded; state: FormState }) {
  const { t } = useTranslation("workers-organise");
  const { head, revision, settled } = page;
  const typed = typedInto("change", state);
  return (
    <Page title={t("title")} lead={<p>{t("lead")}</p>}>
      <LineNav head={head} />
      <FormNews state={state} />
      <Roll page={page} />
      <OfficeList offices={page.offices} state={state} />
      <Observers page={page} />
      <Section title={t("edition.title")}>
        <Fold
          label={t("edition.change")}
          open={state.refusal !== undefined && typed["seats"] !== undefined}
        >
          <Form method="post" reloadDocument className="stack">
            <input type="hidden" name="revision" value={revision} />
            <EditionFields values={{ ...valuesOf(page), ...typed }} settled={settled} />
            <div>
              <Button name="intent" value="change" tone="quiet">
                {t("save")}
              </Button>
            </div>
          </Form>
        </Fold>
      </Section>
    </Page>
  );
}

function valuesOf({ head, titles, languages }: Loaded): Typed {
  return {
    ...inFields("title", titles),
    place: head.place,
    meetsOn: head.meetsOn ?? "",
    seats: String(head.seats),
    ...Object.fromEntries(languages.map((language) => [`language.${language}`, "on"])),
  };
}

/** Who may vote: how many, and by which rule. */
function Roll({ page: { roll, wouldBe, electorate, within, head } }: { page: Loaded }) {
  const { t } = useTranslation("workers-organise");
  const language = useLanguage();
  return (
    <Section title={t("roll.title")}>
      {roll ? (
        <p>{t("roll.closed", { count: roll.persons, date: formatDate(language, roll.asOf) })}</p>
      ) : (
        <>
          <p>{t("roll.wouldBe", { count: wouldBe ?? 0 })}</p>
          <p>{t("roll.open")}</p>
        </>
      )}
      <p className="muted">
        {t(`roll.${electorate}`)}
        {within.length > 0 && ` ${t("roll.within", { offices: within.join(", ") })}`}
      </p>
      {roll && head.session && (
        <p>
          <Link to={`/assembly/${head.session}`}>{t("roll.session")}</Link>
        </p>
      )}
    </Section>
  );
}

function Observers({ page: { observers, head } }: { page: Loaded }) {
  const { t } = useTranslation("workers-organise");
  return (
    <Section title={t("observers.title")}>
      <p>{t("observers.count", { count: observers })}</p>
      <p className="muted">{t("observers.what")}</p>
      <p>
        <Link to={`/surveys/campaigns/${head.campaign.slug}/coordinate`}>
          {t("observers.flag")}
        </Link>
      </p>
    </Section>
  );
}
