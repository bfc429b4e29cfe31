import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Recount } from "#domain/decisions/secret/recount.ts";
import { MARK_CHANNELS } from "#domain/decisions/secret/urn.ts";
import { inLanguage } from "#domain/kernel/languages.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import { RecountResult } from "./recount-result.tsx";

/** Which vote it was, its fingerprint, its ledger, and the result as it was counted here. */
export function RecountSummary({ recount }: { recount: Recount }) {
  const { t } = useTranslation("recount");
  const language = useLanguage();
  const { definition, ledger, head, ballots, blank, invalid } = recount.summary;
  const title = inLanguage(definition.texts, language);
  const number = (value: number) => formatNumber(language, value);
  return (
    <Section title={t("summary.title")}>
      {title && (
        <p className="recount-vote" lang={title.language}>
          {title.value.title}
        </p>
      )}
      <dl className="recount-facts">
        <Fact label={t("summary.head")}>
          <code className="recount-head">{head.match(/.{1,4}/g)?.join(" ")}</code>
          <p className="small muted">{t("summary.headHelp")}</p>
        </Fact>
        <Fact label={t("summary.entitled")}>{number(ledger.entitled)}</Fact>
        <Fact label={t("summary.present")}>{number(ledger.present)}</Fact>
        {MARK_CHANNELS.filter((channel) => ledger.issued[channel] > 0).map((channel) => (
          <Fact key={channel} label={`${t("summary.issued")}, ${t(`summary.channels.${channel}`)}`}>
            {number(ledger.issued[channel])}
          </Fact>
        ))}
        <Fact label={t("summary.ballots")}>{number(ballots)}</Fact>
        {blank !== undefined && <Fact label={t("summary.blank")}>{number(blank)}</Fact>}
        {invalid !== undefined && <Fact label={t("summary.invalid")}>{number(invalid)}</Fact>}
      </dl>
      <RecountResult recount={recount} />
    </Section>
  );
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="recount-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
