import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { SOLICITATION_KINDS } from "#domain/notifications/solicitation.ts";
import type { SolicitationCard, SolicitationsPage } from "#wire/solicitations.ts";

type Known = NonNullable<SolicitationsPage["form"]>;

/** A new request: who will act, by when, and what became of the last one, before anybody is asked. */
export function AskForm({
  offices,
  today,
  last,
  newKey,
}: Known & {
  last: SolicitationCard | undefined;
  /** Made with the form, so that sending it twice asks once. */
  newKey: string;
}) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  return (
    <Section id="ask" title={t("requests.form.title")}>
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
      </Notice>
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
        {LANGUAGES.map((one) => (
          <Field
            key={one}
            label={t("requests.form.titleIn", { language: languageName(one, language) })}
            name={one}
            lang={one}
            maxLength={200}
            optional={one !== language}
          />
        ))}
        <Field
          label={t("requests.form.link")}
          help={t("requests.form.linkHelp")}
          name="link"
          pattern="/(?!/).*"
          maxLength={200}
        />
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

/** What became of a request: everybody who was asked is told. */
export function AnswerForm({ id }: { id: string }) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  return (
    <details>
      <summary>{t("requests.answer.open")}</summary>
      <Form method="post" reloadDocument className="stack request-form">
        <input type="hidden" name="solicitationId" value={id} />
        {LANGUAGES.map((one) => (
          <TextArea
            key={one}
            label={t("requests.answer.in", { language: languageName(one, language) })}
            name={one}
            lang={one}
            rows={2}
            maxLength={200}
            optional={one !== language}
          />
        ))}
        <div>
          <Button name="intent" value="answer" tone="quiet">
            {t("requests.answer.save")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

export function CapForm({ most, days }: SolicitationsPage["cap"]) {
  const { t } = useTranslation("home");
  return (
    <Section title={t("requests.capForm.title")}>
      <Form method="post" reloadDocument className="stack request-form">
        <div className="hours">
          <Field
            label={t("requests.capForm.most")}
            name="most"
            type="number"
            min={1}
            max={50}
            defaultValue={most}
          />
          <Field
            label={t("requests.capForm.days")}
            name="days"
            type="number"
            min={1}
            max={366}
            defaultValue={days}
          />
        </div>
        <div>
          <Button name="intent" value="cap" tone="quiet">
            {t("requests.capForm.save")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

export function QuietForm() {
  const { t } = useTranslation("home");
  const language = useLanguage();
  return (
    <details>
      <summary>{t("requests.quietForm.title")}</summary>
      <Form method="post" reloadDocument className="stack request-form">
        <div className="hours">
          <Field label={t("requests.quietForm.first")} name="firstDay" type="date" />
          <Field label={t("requests.quietForm.last")} name="lastDay" type="date" />
        </div>
        {LANGUAGES.map((one) => (
          <Field
            key={one}
            label={t("requests.quietForm.name", { language: languageName(one, language) })}
            name={one}
            lang={one}
            maxLength={200}
            optional={one !== language}
          />
        ))}
        <div>
          <Button name="intent" value="add-quiet" tone="quiet">
            {t("requests.quietForm.save")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

export function RemoveQuiet({ id }: { id: string }) {
  const { t } = useTranslation("home");
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="id" value={id} />
      <Button name="intent" value="remove-quiet" tone="quiet">
        {t("requests.quietForm.remove")}
      </Button>
    </Form>
  );
}
