import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { Section } from "#app/ui/page.tsx";
import type { ItemPage } from "#wire/ledger-pages.ts";

/** How many are behind it; supports and takes back. Of a workers' demand nobody is ever named. */
export function Support({ page, lasts }: { page: ItemPage; lasts: boolean }) {
  const { t } = useTranslation("ledger");
  const { item, supporters, mine, rights, proposal } = page;
  const fields = { itemId: item.id };
  return (
    <Section title={t("support.title")}>
      <p>
        {proposal
          ? t("support.atLeast", { count: supporters })
          : t("support.count", { count: supporters })}
      </p>
      <p className="muted small">{t(proposal ? "support.howWorkers" : "support.how")}</p>
      {lasts && !rights.signedIn && (
        <p>
          <Link to={`/sign-in?to=/ledger/${item.number}`}>{t("support.signIn")}</Link>
        </p>
      )}
      {lasts && rights.signedIn && mine.role === undefined && (
        <ActForm act="ledger.support" fields={fields} label={t("support.give")} />
      )}
      {mine.role === "supporter" && (
        <ActForm act="ledger.unsupport" fields={fields} label={t("support.takeBack")} />
      )}
      {mine.role === "author" && <Mine page={page} />}
    </Section>
  );
}

/** An author may be named and take it back; never of what workers ask for. */
function Mine({ page: { item, mine, proposal } }: { page: ItemPage }) {
  const { t } = useTranslation("ledger");
  if (proposal) return <p>{t("support.mine")}</p>;
  return (
    <>
      <p>{t(mine.listed ? "support.named" : "support.unnamed")}</p>
      <ActForm
        act="ledger.name-me"
        fields={{ itemId: item.id, listed: String(!mine.listed) }}
        label={t(mine.listed ? "support.unnameMe" : "support.nameMe")}
      />
    </>
  );
}
