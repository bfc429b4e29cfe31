import { useTranslation } from "react-i18next";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { FoundPerson } from "#server/auth/find-person.ts";
import type { BodyChoice, GrantLine } from "#server/features/membership/grants.ts";
import { GrantForm } from "./grant-form.tsx";
import { GrantTable } from "./grant-table.tsx";
import type { FormAnswer } from "./guard.server.ts";
import { PersonSearch } from "./person-search.tsx";
import { RegisterNav } from "./register-nav.tsx";

type Props = {
  grants: GrantLine[];
  bodies: BodyChoice[];
  persons: FoundPerson[];
  query: string;
  today: string;
  done: string | null;
  answer?: FormAnswer;
};

/** Who holds which role, where and until when; granting and ending are journalled. */
export function RolesPage({ grants, bodies, persons, query, today, done, answer }: Props) {
  const { t } = useTranslation("membership");
  const current = grants.filter(({ state }) => state !== "ended");
  const ended = grants.filter(({ state }) => state === "ended");
  return (
    <Page wide title={t("roles.title")} lead={<p>{t("roles.lead")}</p>}>
      <RegisterNav />
      {answer?.refusal && <RefusalNote refusal={answer.refusal} />}
      {(done === "grant" || done === "end") && !answer && (
        <Notice tone="done" role="status">
          <p>{t(`roles.done.${done}`)}</p>
        </Notice>
      )}
      <Section title={t("roles.grant.title")}>
        <PersonSearch query={query} />
        {query && persons.length === 0 && (
          <EmptyState title={t("search.none.title")}>{t("search.none.body")}</EmptyState>
        )}
        {persons.length > 0 && <GrantForm persons={persons} bodies={bodies} today={today} />}
      </Section>
      <Section title={t("roles.held")}>
        <GrantTable caption={t("roles.held")} grants={current} bodies={bodies} endable />
      </Section>
      {ended.length > 0 && (
        <Section title={t("roles.ended")}>
          <GrantTable caption={t("roles.ended")} grants={ended} bodies={bodies} />
        </Section>
      )}
    </Page>
  );
}
