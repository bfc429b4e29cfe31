import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { type Choice, IN_APP_CHOICES, MAIL_CHOICES } from "#domain/notifications/choices.ts";
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
      <Section title={t("choices.narrower")}>
        <p>{t("choices.narrowerHelp")}</p>
        <Narrower title={t("choices.families")} lines={page.families} />
        {page.bodies.length > 0 && <Narrower title={t("choices.bodies")} lines={page.bodies} />}
      </Section>
      <Quiet hours={page.quiet} />
      <Notice title={t("choices.statutory.title")}>
        <p>{t("choices.statutory.body")}</p>
      </Notice>
    </Page>
  );
}

/** Choices that differ from the wider one; folded while none does. */
function Narrower({ title, lines }: { title: string; lines: Loaded["families"] }) {
  const differs = lines.some(({ choice }) => Object.keys(choice).length > 0);
  return (
    <details className="narrower" open={differs}>
      <summary>{title}</summary>
      {lines.map((one) => (
        <ChoiceLine key={one.body} {...one} wider />
      ))}
    </details>
  );
}

type Line = {
  body: string;
  name: string;
  choice: Partial<Choice>;
  /** A wider choice holds where none is made here. */
  wider?: boolean;
};

/** A body, and one choice for each channel. */
function ChoiceLine({ body, name, choice, wider = false }: Line) {
  const { t } = useTranslation("home");
  const offered = (values: readonly string[]) => [
    ...(wider ? [{ value: "", label: t("choices.wider") }] : []),
    ...values.map((value) => ({ value, label: t(`choices.${value}`) })),
  ];
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="body" value={body} />
      <fieldset className="choice-line">
        <legend className="choice-name">{name}</legend>
        <Select
          label={t("choices.channel.in-app")}
          name="inApp"
          required={!wider}
          defaultValue={choice.inApp ?? ""}
          options={offered(IN_APP_CHOICES)}
        />
        <Select
          label={t("choices.channel.mail")}
          name="mail"
          required={!wider}
          defaultValue={choice.mail ?? ""}
          options={offered(MAIL_CHOICES)}
        />
        <Button name="intent" value="choose" tone="quiet">
          <span>
            {t("choices.save")}
            <span className="for-ears"> {name}</span>
          </span>
        </Button>
      </fieldset>
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
