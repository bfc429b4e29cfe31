import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { PASSWORD_MIN } from "#domain/membership/sign-in-limits.ts";
import { formatDateTime, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Account } from "#server/auth/account.ts";
import type { FormAnswer } from "./guard.server.ts";
import "./membership.css";

type Props = { account: Account; done: string | null; answer?: FormAnswer };

/** One's own account: name, language, password, and the devices that are signed in. */
export function AccountPage({ account, done, answer }: Props) {
  const { t } = useTranslation("membership");
  const said = ["profile", "password", "remove-password"].find((intent) => intent === done);
  return (
    <Page title={t("account.title")} lead={<p>{t("account.lead")}</p>}>
      {said && (
        <Notice tone="done" role="status">
          <p>{t(`account.done.${said}`)}</p>
        </Notice>
      )}
      {answer?.refusal && <RefusalNote refusal={answer.refusal} />}
      <Profile account={account} />
      <PasswordSection hasPassword={account.hasPassword} />
      <Devices sessions={account.sessions} />
    </Page>
  );
}

function Profile({ account }: { account: Account }) {
  const { t } = useTranslation("membership");
  const { givenName, familyName, email, registerNo } = account;
  return (
    <Section title={t("account.profile.title")}>
      <dl className="facts">
        <Fact label={t("account.profile.registerName")} value={`${givenName} ${familyName}`} />
        <Fact label={t("account.profile.email")} value={email ?? t("account.profile.noEmail")} />
        {registerNo && <Fact label={t("account.profile.registerNo")} value={registerNo} />}
      </dl>
      <p className="muted small">{t("account.profile.correct")}</p>
      <Form method="post" reloadDocument className="stack narrow-form">
        <Field
          label={t("account.profile.displayName")}
          help={t("account.profile.displayNameHelp")}
          name="displayName"
          optional
          maxLength={80}
          autoComplete="nickname"
          defaultValue={account.displayName}
        />
        <Select
          label={t("account.profile.language")}
          name="language"
          defaultValue={account.language}
          options={LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
        />
        <Button name="intent" value="profile">
          {t("account.profile.save")}
        </Button>
      </Form>
    </Section>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function PasswordSection({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation("membership");
  return (
    <Section title={t("account.password.title")}>
      <p>{t(hasPassword ? "account.password.has" : "account.password.none")}</p>
      <Form method="post" reloadDocument className="stack narrow-form">
        <Field
          label={t("account.password.label")}
          help={t("account.password.help", { count: PASSWORD_MIN })}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={PASSWORD_MIN}
        />
        <Button name="intent" value="password" tone="quiet">
          {t(hasPassword ? "account.password.change" : "account.password.set")}
        </Button>
      </Form>
      {hasPassword && (
        <Form method="post" reloadDocument>
          <Button name="intent" value="remove-password" tone="quiet">
            {t("account.password.remove")}
          </Button>
        </Form>
      )}
    </Section>
  );
}

function Devices({ sessions }: { sessions: Account["sessions"] }) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  return (
    <Section title={t("account.devices.title")}>
      <ul className="plain-list">
        {sessions.map(({ device, createdAt, current }) => (
          <li key={createdAt + device} className="row">
            <span>{device || t("account.devices.unknown")}</span>
            <span className="muted small">
              {t("account.devices.since", { when: formatDateTime(language, createdAt) })}
            </span>
            {current && <Tag tone="canopy">{t("account.devices.current")}</Tag>}
          </li>
        ))}
      </ul>
      <div className="row">
        <Form method="post" action="/sign-out" reloadDocument>
          <Button tone="quiet">{t("account.devices.signOut")}</Button>
        </Form>
        <Form method="post" reloadDocument>
          <Button name="intent" value="sign-out-everywhere" tone="stop">
            {t("account.devices.everywhere")}
          </Button>
        </Form>
      </div>
    </Section>
  );
}
