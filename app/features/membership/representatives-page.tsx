import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { Table } from "#app/ui/table.tsx";
import type { FoundPerson } from "#server/auth/find-person.ts";
import type { RepresentedPerson } from "#server/features/membership/representations.ts";
import type { FormAnswer } from "./guard.server.ts";
import { PersonSearch } from "./person-search.tsx";
import { RegisterNav } from "./register-nav.tsx";

type Props = {
  organisations: RepresentedPerson[];
  persons: FoundPerson[];
  query: string;
  today: string;
  mayName: boolean;
  done: boolean;
  answer?: FormAnswer;
};

/** Organisations in the register and the one person who speaks and votes for each. */
export function RepresentativesPage(props: Props) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const { organisations, persons, query, mayName, done, answer } = props;
  return (
    <Page wide title={t("representatives.title")} lead={<p>{t("representatives.lead")}</p>}>
      <RegisterNav />
      {answer?.refusal && <RefusalNote refusal={answer.refusal} />}
      {done && !answer && (
        <Notice tone="done" role="status">
          <p>{t("representatives.done")}</p>
        </Notice>
      )}
      {mayName && (
        <Section title={t("representatives.name.title")}>
          <PersonSearch query={query} />
          {query && persons.length === 0 && (
            <EmptyState title={t("search.none.title")}>{t("search.none.body")}</EmptyState>
          )}
          {persons.length > 0 && <NameForm {...props} />}
        </Section>
      )}
      <Section title={t("representatives.list")}>
        <Table
          caption={t("tableOf", { title: t("representatives.list") })}
          captionHidden
          rows={organisations}
          rowKey={({ id }) => id}
          columns={[
            { key: "name", label: t("representatives.organisation"), cell: ({ name }) => name },
            {
              key: "no",
              label: t("representatives.number"),
              cell: ({ registerNo }) => registerNo ?? "–",
            },
            {
              key: "who",
              label: t("representatives.who"),
              cell: ({ representative }) => representative?.name ?? t("representatives.nobody"),
            },
            {
              key: "since",
              label: t("representatives.since"),
              cell: ({ representative }) =>
                representative ? formatDate(language, representative.since, "short") : "–",
            },
          ]}
        />
      </Section>
    </Page>
  );
}

function NameForm({ organisations, persons, today }: Props) {
  const { t } = useTranslation("membership");
  return (
    <Form method="post" reloadDocument className="stack narrow-form">
      <Select
        label={t("representatives.who")}
        name="representativeId"
        options={persons.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label={t("representatives.organisation")}
        name="legalPersonId"
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field label={t("representatives.since")} name="validFrom" type="date" defaultValue={today} />
      <Button>{t("representatives.name.confirm")}</Button>
    </Form>
  );
}
