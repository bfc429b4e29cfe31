import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { Refusal } from "#domain/kernel/result.ts";
import type { SolicitationsPage as Loaded } from "#wire/solicitations.ts";
import { AskForm, InformForm } from "./solicitation-forms.tsx";
import { CapForm, QuietForm, RemoveQuiet } from "./solicitation-rules.tsx";
import { SolicitationEntry } from "./solicitation-entry.tsx";
import "../home/home.css";

type Props = { page: Loaded; done: boolean; newKey: string; refusal: Refusal | undefined };

/** One calendar of all that is asked of members: what was promised, and what became of it. */
export function SolicitationsPage({ page, done, newKey, refusal }: Props) {
  const { t } = useTranslation("home");
  const { solicitations, overdue, cap, mine, mayArrange, form, next } = page;
  return (
    <Page
      title={t("requests.title")}
      lead={
        <>
          <p>{t("requests.lead")}</p>
          <p>{t("requests.cap", { count: cap.most, days: cap.days })}</p>
          {mine !== undefined && <p>{t("requests.mine", { count: mine, days: cap.days })}</p>}
        </>
      }
      actions={
        <>
          {form && <a href="#ask">{t("requests.form.title")}</a>}
          {page.mayReadProofs && <Link to="/notifications/proofs">{t("proofs.title")}</Link>}
        </>
      }
    >
      {done && (
        <Notice tone="done" role="status">
          <p>{t("requests.done")}</p>
        </Notice>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
      <Section title={t("requests.overdue")}>
        {overdue.length === 0 ? (
          <p>{t("requests.overdueNone")}</p>
        ) : (
          <ul className="plain-list">
            {overdue.map((card) => (
              <SolicitationEntry key={card.id} card={card} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("requests.calendar")}>
        {solicitations.length === 0 && (
          <EmptyState title={t("requests.none.title")}>
            <p>{t("requests.none.body")}</p>
          </EmptyState>
        )}
        <ul className="plain-list">
          {solicitations.map((card) => (
            <SolicitationEntry key={card.id} id card={card} today={form?.today} />
          ))}
        </ul>
        {next && (
          <p>
            <Link to={`?before=${next}`}>{t("requests.older")}</Link>
          </p>
        )}
      </Section>
      <Quiet periods={page.quiet} mayArrange={mayArrange} />
      {form && <AskForm {...form} overdue={overdue.length} newKey={newKey} />}
      {form && <InformForm newKey={newKey} />}
      {form && <CapForm {...cap} />}
    </Page>
  );
}

function Quiet({ periods, mayArrange }: { periods: Loaded["quiet"]; mayArrange: boolean }) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  return (
    <Section title={t("requests.quiet")}>
      {periods.length === 0 && <p>{t("requests.quietNone")}</p>}
      <ul className="plain-list">
        {periods.map(({ id, firstDay, lastDay, titles }) => (
          <li key={id} className="request">
            <p className="request-title">
              <Words of={titles} tagged />
            </p>
            <p>
              {t("requests.quietSpan", {
                from: formatDate(language, firstDay),
                to: formatDate(language, lastDay),
              })}
            </p>
            {mayArrange && <RemoveQuiet id={id} />}
          </li>
        ))}
      </ul>
      {mayArrange && <QuietForm />}
    </Section>
  );
}
