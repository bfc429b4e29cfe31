import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { SOLICITATION_KINDS } from "#domain/notifications/solicitation.ts";
import type { SolicitationCard, SolicitationsPage } from "#wire/solicitations.ts";
import { InLanguages, LinkField } from "./solicitation-fields.tsx";

type Known = NonNullable<SolicitationsPage["form"]>;

/** A new request: who will act, by when, and what became of the last one, before anybody is asked. */
export function AskForm({
  offices,
  today,
  last,
  overdue,
  newKey,
}: Known & {
  /** How many promises are late. */
  overdue: number;
  /** Made with the form, so that sending it twice asks once. */
  newKey: string;
}) {
  const { t } = useTranslation("home");
  return (
    <Section id="ask" title={t("requests.form.title")}>
      <LastTime last={last} overdue={overdue} />
      <Form method="post" reloadDocument className="stack request-form">
        <input type="hidden" name="key" value={newKey} />
        <Select
          label={t("requests.form.kind")}
          name="kind"
          options={SOLICITATION_KINDS.map((kind) => ({
            value: kind,
            label: t(`requests.kind.${kind}`),
          }))}
        />
        <InLanguages say="requests.form.titleIn" />
        <LinkField />
        <Select
          label={t("requests.form.office")}
          name="office"
          required={false}
          options={[
            { value: "", label: t("requests.form.everybody") },
            ...offices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Field
          label={t("requests.form.whoActs")}
          help={t("requests.form.whoActsHelp")}
          name="whoActs"
          maxLength={200}
        />
        <Field label={t("requests.form.answerBy")} name="answerBy" type="date" min={today} />
        <p className="muted">{t("requests.form.why")}</p>
        <div>
          <Button name="intent" value="ask">
            {t("requests.form.send")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

/** What became of the last time, before anybody is asked again. */
function LastTime({ last, overdue }: { last: SolicitationCard | undefined; overdue: number }) {
  const { t } = useTranslation("home");
  return (
    <Notice title={t("requests.form.last")}>
      {last ? (
        <>
          <p>
            <Words of={last.titles} tagged />
          </p>
          <p>
            {last.state === "answered" ? (
              <Words of={last.became} tagged />
            ) : (
              t("requests.form.lastOpen")
            )}
          </p>
        </>
      ) : (
        <p>{t("requests.form.lastNone")}</p>
      )}
      {overdue > 0 && <p>{t("requests.form.lastOverdue", { count: overdue })}</p>}
    </Notice>
  );
}

/** What law or statutes ask for, to every member. */
export function InformForm({ newKey }: { newKey: string }) {
  const { t } = useTranslation("home");
  return (
    <details className="narrower">
      <summary>{t("requests.inform.title")}</summary>
      <p>{t("requests.inform.why")}</p>
      <Form method="post" reloadDocument className="stack request-form">
        <input type="hidden" name="key" value={newKey} />
        <InLanguages say="requests.form.titleIn" />
        <LinkField />
        <Field
          label={t("requests.inform.basis")}
          help={t("requests.inform.basisHelp")}
          name="basis"
          maxLength={200}
        />
        <div>
          <Button name="intent" value="inform" tone="quiet">
            {t("requests.inform.send")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** What became of a request, that it is called off, or that its answer comes later. */
export function ChangeForms({ id, today }: { id: string; today: string }) {
  const { t } = useTranslation("home");
  const form = (intent: string, fields: ReactNode) => (
    <details>
      <summary>{t(`requests.${intent}.open`)}</summary>
      <Form method="post" reloadDocument className="stack request-form">
        <input type="hidden" name="solicitationId" value={id} />
        {fields}
        <div>
          <Button name="intent" value={intent} tone="quiet">
            {t(`requests.${intent}.save`)}
          </Button>
        </div>
      </Form>
    </details>
  );
  return (
    <details>
      <summary>{t("requests.change")}</summary>
      {form("answer", <InLanguages say="requests.answer.in" />)}
      {form(
        "move",
        <>
          <Field label={t("requests.move.to")} name="answerBy" type="date" min={today} />
          <InLanguages say="requests.reasonIn" />
        </>,
      )}
      {form("cancel", <InLanguages say="requests.reasonIn" />)}
    </details>
  );
}
