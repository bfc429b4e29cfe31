import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { Hidden } from "#app/features/live-session/act-form.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckBox, Choices } from "#app/ui/choice.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import { SESSION_KINDS } from "#domain/programme/session.ts";
import type { EditPage, SessionDraft } from "#wire/programme.ts";
import { type FieldValues, sessionValues, withTyped } from "./field-values.ts";
import { CancelPart, CapacityField, HourFields, SpokenBoxes } from "./form-parts.tsx";
import { InLanguages } from "./in-languages.tsx";
import { StreamFields } from "./stream-fields.tsx";
import "./programme.css";

type Props = {
  page: EditPage;
  /** Absent for a new one. */
  draft?: SessionDraft;
  answer?: ActAnswer;
};

/** A session as its organisers write it; works without scripts. */
export function SessionForm({ page, draft, answer }: Props) {
  const { t } = useTranslation("programme");
  const values = withTyped(sessionValues(page, draft), answer);
  const base = `/assembly/${page.assembly.slug}/programme/arrange`;
  return (
    <Page
      kicker={<Link to={base}>{t("arrange.title")}</Link>}
      title={t(draft ? "arrange.change" : "arrange.addSession")}
    >
      {draft?.cancelled && <Notice tone="stop" title={t("arrange.wasCancelled")} />}
      <Form method="post" className="stack">
        <About page={page} draft={draft} />
        {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
        <What draft={draft} values={values} />
        <When page={page} draft={draft} values={values} />
        <Who page={page} draft={draft} values={values} />
        <StreamFields values={values} interpreted={false} />
        {draft && <p className="muted">{t("form.willTell", { count: draft.registered })}</p>}
        <Button disabled={draft?.cancelled === true}>{t("form.save")}</Button>
      </Form>
      {draft && !draft.cancelled && (
        <CancelPart
          act="programme.cancel-session"
          fields={{ sessionId: draft.id }}
          title={t("arrange.cancel")}
          why={t("arrange.cancelWhy", { count: draft.registered + draft.waiting })}
        />
      )}
    </Page>
  );
}

function About({ page, draft }: Pick<Props, "page" | "draft">) {
  return draft ? (
    <Hidden
      intent="programme.change-session"
      fields={{ sessionId: draft.id, revision: String(draft.revision) }}
    />
  ) : (
    <Hidden intent="programme.add-session" fields={{ assemblyId: page.assembly.id }} />
  );
}

type Part = { draft: SessionDraft | undefined; values: FieldValues };

function What({ draft, values }: Part) {
  const { t } = useTranslation("programme");
  return (
    <>
      <Select
        label={t("form.kind")}
        name="kind"
        defaultValue={values["kind"]}
        options={SESSION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <InLanguages
        legend={t("form.title")}
        help={t("form.titleHelp")}
        name="title"
        values={values}
        maxLength={200}
      />
      <InLanguages
        legend={t("form.summary")}
        name="summary"
        values={values}
        maxLength={2_000}
        long
      />
      <InLanguages
        legend={t("facilitators")}
        help={t("form.facilitatorsHelp")}
        name="facilitators"
        values={values}
        maxLength={200}
      />
      <SpokenBoxes chosen={draft?.languages ?? ["fr"]} />
    </>
  );
}

function When({ page, draft, values }: Part & { page: EditPage }) {
  const { t } = useTranslation("programme");
  return (
    <>
      <Select
        label={t("form.site")}
        name="siteId"
        defaultValue={values["siteId"]}
        options={page.sites
          .filter(({ cancelled, id }) => !cancelled || id === draft?.siteId)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        label={t("form.room")}
        name="room"
        optional
        maxLength={120}
        defaultValue={values["room"]}
      />
      <HourFields values={values} />
      <CheckBox
        name="registers"
        label={t("form.registers")}
        help={t("form.registersHelp")}
        defaultChecked={draft?.registers ?? true}
      />
      <CapacityField values={values} label={t("form.capacity")} help={t("form.capacityHelp")} />
      <InLanguages
        legend={t("access")}
        help={t("form.accessHelp")}
        name="access"
        values={values}
        maxLength={1_000}
        long
      />
    </>
  );
}

function Who({ page, draft, values }: Part & { page: EditPage }) {
  const { t } = useTranslation("programme");
  const reader = useLanguage();
  return (
    <>
      <Field
        label={t("form.rapporteur")}
        help={t("form.rapporteurHelp")}
        name="rapporteurNo"
        optional
        maxLength={40}
        defaultValue={values["rapporteurNo"]}
      />
      {page.items.length > 0 && (
        <Choices legend={t("prepares")}>
          {page.items.map((item) => (
            <CheckBox
              key={item.id}
              name="itemIds"
              value={item.id}
              label={`${item.position}. ${inLanguage(item.title, reader)?.value ?? ""}`}
              defaultChecked={draft?.itemIds.includes(item.id) ?? false}
            />
          ))}
        </Choices>
      )}
    </>
  );
}
