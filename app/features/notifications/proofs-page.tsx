import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import type * as Proofs from "#wire/proofs.ts";
import "../home/home.css";

// The wire module brings zod along; its type keeps this list in step with it.
const STATES: readonly Proofs.SendingState[] = [
  "taken",
  "waiting",
  "bounced",
  "given-up",
  "no-address",
];

/** Everything that law or statutes asked for and that was sent. */
export function ProofsPage({ page: { sendings, next } }: { page: Proofs.SendingsPage }) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  return (
    <Page
      kicker={<Link to="/solicitations">{t("requests.title")}</Link>}
      title={t("proofs.title")}
      lead={<p>{t("proofs.lead")}</p>}
    >
      {sendings.length === 0 && (
        <EmptyState title={t("proofs.none.title")}>
          <p>{t("proofs.none.body")}</p>
        </EmptyState>
      )}
      <ul className="plain-list">
        {sendings.map(({ of, subject, at, counts }) => (
          <li key={"key" in of ? of.key : of.page} className="request">
            <p className="request-title">
              <Link to={"key" in of ? proofPath(of.key) : of.page}>{subject}</Link>
            </p>
            <p className="muted">{formatDateTime(language, at)}</p>
            <SendingCounts counts={counts} />
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <Link to={`?before=${encodeURIComponent(next)}`}>{t("requests.older")}</Link>
        </p>
      )}
    </Page>
  );
}

export function proofPath(key: string, more: Record<string, string> = {}): string {
  return `/notifications/proof?${new URLSearchParams({ key, ...more }).toString()}`;
}

/** How many stand where; what did not arrive has a link, where there is a list of them. */
export function SendingCounts({
  counts,
  linkTo,
}: {
  counts: Record<Proofs.SendingState, number>;
  linkTo?: (state: Proofs.SendingState) => string;
}) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  const shown = STATES.filter((state) => counts[state] > 0);
  return (
    <ul className="sending-counts">
      {shown.map((state) => {
        const said = `${t(`proofs.state.${state}`)} · ${formatNumber(language, counts[state])}`;
        return <li key={state}>{linkTo ? <Link to={linkTo(state)}>{said}</Link> : said}</li>;
      })}
    </ul>
  );
}
