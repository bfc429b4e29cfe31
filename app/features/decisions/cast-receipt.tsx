import { useTranslation } from "react-i18next";
import type { ElectorView } from "#wire/decisions.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Receipt } from "#app/ui/receipt.tsx";
import type { BallotPage } from "./load-page.server.ts";

/** The torn-off part of a ballot: that it was taken, when and for whom. Never what it says. */
export function CastReceipt({ page, elector }: { page: BallotPage; elector: ElectorView }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const { ballot } = elector;
  if (!ballot) return null;
  return (
    <Receipt title={t("receipt.title")} code={ballot.receipt} codeLabel={t("receipt.code")}>
      <dl className="receipt-facts">
        <dt>{t("receipt.decision")}</dt>
        <dd>
          <Words of={page.title} />
        </dd>
        <dt>{t("receipt.for")}</dt>
        <dd>{elector.name}</dd>
        <dt>{t("receipt.castAt")}</dt>
        <dd>
          <time dateTime={ballot.castAt}>{formatDateTime(language, ballot.castAt)}</time>
        </dd>
        <dt>{t("receipt.revision")}</dt>
        <dd>
          {ballot.revision === 1
            ? t("receipt.revisionFirst")
            : t("receipt.revisionNth", { number: ballot.revision })}
        </dd>
      </dl>
    </Receipt>
  );
}
