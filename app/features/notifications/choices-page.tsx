import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { type Choice, CHOICES } from "#domain/notifications/choices.ts";
import type { ChoicesPage as Loaded } from "#wire/notifications.ts";
import "../home/home.css";

/** How one wants to hear of what: for everything, for kinds of groups, for each of one's own. */
export function ChoicesPage({ page, done }: { page: Loaded; done: boolean }) {
  const { t } = useTranslation("home");
  return (
    <Page
      kicker={<Link to="/notifications">{t("notices.title")}</Link>}
      title={t("choices.title")}
      lead={<p>{t("choices.lead")}</p>}
    >
      {done && (
        <Notice tone="done" role="status">
          <p>{t("choices.done")}</p>
        </Notice>
      )}
      <Section title={t("choices.everything")}>
        <ChoiceLine body="*" name={t("choices.everythingLabel")} choice={page.everything} />
        <p className="muted small">{t("choices.everythingHelp")}</p>
      </Section>
      <Section title={t("choices.families")}>
        {page.families.map((one) => (
          <ChoiceLine key={one.body} {...one} wider />
        ))}
      </Section>
      {page.bodies.length > 0 && (
        <Section title={t("choices.bodies")}>
          {page.bodies.map((one) => (
            <ChoiceLine key={one.body} {...one} wider />
          ))}
        </Section>
      )}
      <Quiet hours={page.quiet} />
      <Notice title={t("choices.statutory.title")}>
        <p>{t("choices.statutory.body")}</p>
      </Notice>
    </Page>
  );
}

function ChoiceLine({
  body,
  name,
  choice,
  wider = false,
}: {
  body: string;
  name: string;
  choice: Choice | undefined;
  /** A wider choice holds where none is made here. */
  wider?: boolean;
}) {
  const { t } = useTranslation("home");
  const options = CHOICES.map((value) => ({
    value: value as string,
    label: t(`choices.${value}`),
  }));
  return (
    <Form method="post" reloadDocument className="choice-line">
      <input type="hidden" name="body" value={body} />
      <Select
        label={name}
        name="choice"
        required={!wider}
        defaultValue={choice ?? ""}
        options={wider ? [{ value: "", label: t("choices.wider") }, ...options] : options}
      />
      <Button name="intent" value="choose" tone="quiet">
        <span>
          {t("choices.save")}
          <span className="for-ears"> {name}</span>
        </span>
      </Button>
    </Form>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

function Quiet({ hours }: { hours: Loaded["quiet"] }) {
  const { t } = useTranslation("home");
  return (
    <Section title={t("choices.quiet.title")}>
      <p>{t("choices.quiet.help")}</p>
      <Form method="post" reloadDocument className="stack">
        <div className="hours">
          <Select
            label={t("choices.quiet.from")}
            name="from"
            defaultValue={String(hours.from)}
            options={HOURS}
          />
          <Select
            label={t("choices.quiet.to")}
            name="to"
            defaultValue={String(hours.to)}
            options={HOURS}
          />
        </div>
        <div>
          <Button name="intent" value="quiet-hours" tone="quiet">
            {t("choices.quiet.save")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
