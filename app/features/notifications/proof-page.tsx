import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import type { SendingLine, SendingPage } from "#wire/proofs.ts";
import { proofPath, SendingCounts } from "./proofs-page.tsx";
import "../home/home.css";

/** One sending, line by line: whom, when, which text, and what became of it. */
export function ProofPage({ page }: { page: SendingPage }) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  const { key, subject, at, counts, state, lines, next } = page;
  const filter: Record<string, string> = state ? { state } : {};
  return (
    <Page
      kicker={<Link to="/notifications/proofs">{t("proofs.title")}</Link>}
      title={subject}
      lead={<p>{t("proofs.sentOn", { at: formatDateTime(language, at) })}</p>}
      actions={
        <ButtonLink
          to={`/notifications/proof.csv?${new URLSearchParams({ key }).toString()}`}
          tone="quiet"
          reloadDocument
        >
          {t("proofs.csv")}
        </ButtonLink>
      }
    >
      <SendingCounts counts={counts} linkTo={(one) => proofPath(key, { state: one })} />
      {state && (
        <p>
          <Link to={proofPath(key)}>{t("proofs.all")}</Link>
        </p>
      )}
      <Table
        caption={t("proofs.caption")}
        columns={useColumns()}
        rows={lines}
        rowKey={({ personId }) => personId}
      />
      {next && (
        <p>
          <Link to={proofPath(key, { ...filter, after: next })}>{t("proofs.more")}</Link>
        </p>
      )}
      <p className="muted">{t("proofs.hashHelp")}</p>
    </Page>
  );
}

function useColumns(): Column<SendingLine>[] {
  const { t } = useTranslation("home");
  const language = useLanguage();
  const column = (key: string, cell: Column<SendingLine>["cell"]) => ({
    key,
    label: t(`proofs.column.${key}`),
    cell,
  });
  return [
    column("name", ({ name, registerNo }) => (registerNo ? `${name} (${registerNo})` : name)),
    column("recipient", ({ recipient }) => recipient || "–"),
    column("writtenAt", ({ writtenAt }) => formatDateTime(language, writtenAt)),
    column("state", ({ state, stateAt }) => (
      <>
        {t(`proofs.state.${state}`)}
        {stateAt && <span className="muted"> {formatDateTime(language, stateAt)}</span>}
      </>
    )),
    column("hash", ({ hash }) => <code title={hash}>{hash.slice(0, 12)}…</code>),
  ];
}
