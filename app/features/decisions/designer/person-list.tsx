import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ListedPerson, PastedLine, PersonList } from "#wire/decision-designer.ts";
import { PasteReport } from "./paste-report.tsx";

type PersonListProps = {
  people: PersonList;
  /** What was searched. */
  query: string;
  pasted: PastedLine[] | undefined;
};

/** The electorate's list of persons: searched and added one by one, or pasted by number. */
export function PersonListSection({ people, query, pasted }: PersonListProps) {
  const { t } = useTranslation("designer");
  return (
    <Section id="list" title={t("persons.title")}>
      <p>{t("persons.lead")}</p>
      <noscript>
        <p className="muted">{t("persons.saveFirst")}</p>
      </noscript>
      <Listed people={people} />
      <Search query={query} found={people.found} />
      <Paste pasted={pasted} />
    </Section>
  );
}

function Listed({ people: { persons, total } }: { people: PersonList }) {
  const { t } = useTranslation("designer");
  return (
    <>
      <p role="status">
        <strong>{total === 0 ? t("persons.none") : t("persons.count", { count: total })}</strong>
      </p>
      {total > 0 && (
        <>
          <Persons persons={persons} last={total === 1} label={t("persons.title")} />
          {persons.length < total && (
            <p className="muted">{t("persons.more", { count: total - persons.length })}</p>
          )}
          <Confirm label={t("persons.clear")} why={t("persons.clearWhy")}>
            <Form method="post" preventScrollReset>
              <Button name="intent" value="list-clear" tone="stop">
                {t("persons.clearConfirm")}
              </Button>
            </Form>
          </Confirm>
        </>
      )}
    </>
  );
}

function Search({ query, found }: { query: string; found: ListedPerson[] | undefined }) {
  const { t } = useTranslation("designer");
  return (
    <>
      <Form role="search" action="#list" className="designer-search" preventScrollReset>
        <input type="hidden" name="step" value="electorate" />
        <Field
          label={t("persons.search")}
          help={t("persons.searchHelp")}
          name="q"
          type="search"
          minLength={2}
          maxLength={100}
          defaultValue={query}
        />
        <Button tone="quiet">{t("persons.find")}</Button>
      </Form>
      {found &&
        (found.length > 0 ? (
          <Persons persons={found} label={t("persons.found")} />
        ) : (
          <EmptyState title={t("persons.nobody")}>{t("persons.nobodyWhy")}</EmptyState>
        ))}
    </>
  );
}

type PersonsProps = {
  persons: ListedPerson[];
  label: string;
  /** Nobody else is on the list: taking this person off it is to take it away. */
  last?: boolean;
};

function Persons({ persons, label, last = false }: PersonsProps) {
  const { t } = useTranslation("designer");
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="list-change" />
      <ul className="designer-persons" aria-label={label}>
        {persons.map(({ personId, name, registerNo, office, listed, onRoll }) => (
          <li key={personId}>
            <span>
              <strong>{name}</strong>{" "}
              <span className="muted small">
                {[registerNo, office].filter(Boolean).join(" · ")}
              </span>{" "}
              {!onRoll && <Tag tone="ochre">{t("persons.notOnRoll")}</Tag>}
            </span>
            {!last && (
              <Button tone="quiet" name={listed ? "remove" : "add"} value={personId}>
                <span>
                  {t(listed ? "persons.remove" : "persons.add")}
                  <span className="for-ears"> {name}</span>
                </span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Form>
  );
}

function Paste({ pasted }: { pasted: PastedLine[] | undefined }) {
  const { t } = useTranslation("designer");
  return (
    <>
      <Form method="post" className="stack designer-form" preventScrollReset>
        <TextArea name="numbers" label={t("persons.paste")} help={t("persons.pasteHelp")} />
        <Button name="intent" value="list-paste" tone="quiet">
          {t("persons.pasteButton")}
        </Button>
      </Form>
      {pasted && <PasteReport lines={pasted} />}
    </>
  );
}
