import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { describeElectorate } from "#domain/decisions/electorate.ts";
import { isApart } from "#domain/kernel/apart.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import { formatDate, formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ruleInWords } from "./explain-rule.ts";
import { DeclaredRules } from "./results/declared-rules.tsx";
import { say } from "./say.ts";

const CHANNELS = ["in_room", "live_remote", "advance_remote", "proxy", "consultation"];

/** The head of a ballot by name: what that means for whoever votes, then the facts. */
export function DecisionHead({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  return (
    <>
      <p className="decision-meaning">{t("kind.namedMeaning")}</p>
      <DecisionFacts page={page} />
    </>
  );
}

/** By which rule it is decided, who votes and how. */
export function DecisionFacts({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const channel = CHANNELS.includes(page.legalChannel) ? page.legalChannel : "other";
  return (
    <div className="stack">
      <dl className="decision-facts">
        <Fact label={t("head.rule")}>
          <Rule page={page} />
        </Fact>
        <Fact label={t("head.electorate")}>
          <Electorate page={page} />
        </Fact>
        <Fact label={t("head.channel")}>{t(`channel.${channel}`)}</Fact>
      </dl>
      {page.profile.status === "assumed" && <p className="small muted">{t("profile.assumed")}</p>}
    </div>
  );
}

/** What a resolution takes; by which method others are counted. */
function Rule({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  if (page.method !== "resolution") {
    const { method, rule, tieRule, options, assembly } = page;
    const ofTexts = isApart(assembly.id);
    return <DeclaredRules {...{ method, rule, tieRule, ofTexts }} options={options.length} />;
  }
  return (
    <>
      {ruleInWords(page.rule)
        .map((part) => say(t, language, part))
        .join(" ")}
    </>
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
  const { categories = [], offices = [], ...drawnUp } = page.electorate;
  const onRoll = ["categories", "offices"].filter((name) => name in page.electorate);
  const everybody = isApart(page.assembly.id) ? "workers" : "all";
  const who = [
    t(`electorate.${onRoll.join("_") || everybody}`, {
      categories: formatList(language, categories),
      offices: formatList(language, offices),
    }),
    ...describeElectorate(drawnUp).flatMap((term) =>
      term.code === "all"
        ? []
        : t(`electorate.who.${term.code}`, { count: term.code === "list" ? term.persons : 0 }),
    ),
  ].join(", ");
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
