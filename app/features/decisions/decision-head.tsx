import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";
import { formatDate, formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ruleInWords } from "./explain-rule.ts";
import { say } from "./say.ts";

const CHANNELS = ["in_room", "live_remote", "advance_remote", "proxy", "consultation"];

/** What this kind of vote means for whoever votes, who votes, and by which rule it is decided. */
export function DecisionHead({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const channel = CHANNELS.includes(page.legalChannel) ? page.legalChannel : "other";
  const rule = ruleInWords(page.rule).map((part) => say(t, language, part));
  return (
    <div className="decision-head stack">
      <p className="decision-meaning">{t(`kind.${page.ballotKind}Meaning`)}</p>
      <dl className="decision-facts">
        <Fact label={t("head.rule")}>{rule.join(" ")}</Fact>
        <Fact label={t("head.electorate")}>
          <Electorate page={page} />
        </Fact>
        <Fact label={t("head.channel")}>{t(`channel.${channel}`)}</Fact>
      </dl>
      {page.profile.status === "assumed" && <p className="small muted">{t("profile.assumed")}</p>}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="decision-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Electorate({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const { categories, offices } = page.electorate;
  const who = categories
    ? t("electorate.categories", { list: formatList(language, categories) })
    : offices
      ? t("electorate.offices", { list: formatList(language, offices) })
      : t("electorate.all");
  const frozen = page.asOf && page.phase !== "draft" ? page.asOf : undefined;
  return (
    <>
      {frozen
        ? t("electorate.asOf", {
            who,
            date: formatDate(language, frozen),
            count: page.entitled,
          })
        : t("electorate.notTaken", { who })}
    </>
  );
}
