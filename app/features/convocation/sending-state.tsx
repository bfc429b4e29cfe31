import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { formatDateTime, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import type { ConvocationCounts, ConvocationPage } from "#wire/convocation.ts";

type Sent = Extract<ConvocationPage["state"], { kind: "sent" }>;
type SendingStateProps = { assembly: ConvocationPage["assembly"]; state: Sent };

/** Counts that are shown only where there are any. */
const WHERE_ANY: readonly (keyof ConvocationCounts)[] = ["kept", "bounced", "givenUp", "unproven"];
const ORDER: readonly (keyof ConvocationCounts)[] = [
  "addressees",
  "byMail",
  "written",
  "taken",
  "kept",
  "bounced",
  "givenUp",
  "letters",
  "posted",
  "unproven",
];

/** What became of a convocation that left: counts, letters that wait, the proof. */
export function SendingState({ assembly, state }: SendingStateProps) {
  const { t } = useTranslation("convocation");
  const language = useLanguage();
  const { counts } = state;
  const shown = ORDER.filter((key) => counts[key] > 0 || !WHERE_ANY.includes(key));
  return (
    <>
      <Section title={t("sent.title")}>
        <p>{t("sent.by", { at: formatDateTime(language, state.at), name: state.by })}</p>
        <dl className="convocation-counts">
          {shown.map((key) => (
            <div key={key} className="convocation-count">
              <dt>{t(`sent.${key}`)}</dt>
              <dd>{formatNumber(language, counts[key])}</dd>
            </div>
          ))}
        </dl>
        {assembly.phase === "convened" && <p className="muted small">{t("sent.newcomers")}</p>}
        <p>
          <Link to={`/assembly/${assembly.slug}/convocation/proof.csv`} reloadDocument>
            {t("sent.proof")}
          </Link>
        </p>
        <p className="muted small">{t("sent.proofHelp")}</p>
      </Section>
      <Letters assembly={assembly} state={state} />
    </>
  );
}

function Letters({ assembly, state }: SendingStateProps) {
  const { t } = useTranslation("convocation");
  const language = useLanguage();
  const waiting = state.counts.letters - state.counts.posted;
  const base = `/assembly/${assembly.slug}/convocation/letters`;
  return (
    <Section title={t("letters.title")}>
      {waiting === 0 ? (
        <p>{t("letters.none")}</p>
      ) : (
        <>
          <p>{t("letters.lead", { count: waiting, number: formatNumber(language, waiting) })}</p>
          <ul className="row">
            <li>
              <Link to={base}>{t("letters.print")}</Link>
            </li>
            <li>
              <Link to={`${base}.csv`} reloadDocument>
                {t("letters.csv")}
              </Link>
            </li>
          </ul>
          {assembly.phase === "convened" && (
            <ConfirmAct
              act="convocation.posted"
              fields={{ assemblyId: assembly.id, until: String(state.asOf) }}
              summary={t("letters.posted")}
              why={t("letters.postedWhy")}
              label={t("letters.postedDo")}
            />
          )}
        </>
      )}
    </Section>
  );
}
