import { useTranslation } from "react-i18next";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { FoundPerson } from "#server/auth/find-person.ts";
import { DeskPerson } from "./desk-person.tsx";
import type { FormAnswer } from "./guard.server.ts";
import { PersonSearch } from "./person-search.tsx";
import { RegisterNav } from "./register-nav.tsx";
import "./membership.css";

type Props = {
  query: string;
  persons: FoundPerson[];
  done: string | null;
  answer?: FormAnswer;
};

/** Helps people whose address does not work: identity first, and always with a trace. */
export function DeskPage({ query, persons, done, answer }: Props) {
  const { t } = useTranslation("membership");
  return (
    <Page title={t("desk.title")} lead={<p>{t("desk.lead")}</p>}>
      <RegisterNav />
      {answer?.refusal && <RefusalNote refusal={answer.refusal} />}
      {answer?.code && (
        <Notice tone="done" role="status" title={t("desk.codeReady")}>
          <p className="desk-code">{answer.code}</p>
          <p>{t("desk.codeHow", { minutes: answer.minutes })}</p>
        </Notice>
      )}
      {done === "address" && !answer && (
        <Notice tone="done" role="status">
          <p>{t("desk.addressDone")}</p>
        </Notice>
      )}
      <PersonSearch query={query} />
      {query && persons.length === 0 && (
        <EmptyState title={t("search.none.title")}>{t("search.none.body")}</EmptyState>
      )}
      {persons.map((person) => (
        <DeskPerson key={person.id} person={person} />
      ))}
    </Page>
  );
}
