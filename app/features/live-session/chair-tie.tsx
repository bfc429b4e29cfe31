import { useTranslation } from "react-i18next";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { DecisionCard, WaitingTie } from "#wire/decisions.ts";
import { ResultOf } from "#app/features/decisions/result-of.tsx";
import { formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field, Select } from "#app/ui/field.tsx";
import { ConfirmAct } from "./act-form.tsx";
import { PublishResult } from "./chair-irreversible.tsx";

/** A count: its result to be published or, where it met a tie, to be settled before. */
export function CountedVote({ decision }: { decision: DecisionCard }) {
  const { waitingTie } = decision;
  return waitingTie ? (
    <SettleTie decision={decision} tie={waitingTie} />
  ) : (
    <PublishResult decision={decision} />
  );
}

type SettleTieProps = { decision: DecisionCard; tie: WaitingTie };

/** Nothing is published before the rule that was announced has settled the tie. */
export function SettleTie({ decision, tie }: SettleTieProps) {
  const { t } = useTranslation("live-session");
  const language = useLanguage();
  const named = useNamed(tie);
  const options = named.map(({ label }) => label);
  return (
    <>
      <p className="small muted">{t("chair.publish.private")}</p>
      <ResultOf decision={decision} />
      <p>
        <strong>{t("chair.settleTie.between", { options: formatList(language, options) })}</strong>{" "}
        {t(tie.rule === "lot" ? "chair.settleTie.lotWhy" : "chair.settleTie.castingWhy")}
      </p>
      {tie.rule === "lot" ? (
        <DrawLot decisionId={decision.id} />
      ) : (
        <CastTie decisionId={decision.id} named={named} />
      )}
    </>
  );
}

type Named = { value: string; label: string };

/** The tied options as the reader's language calls them. */
function useNamed({ between }: WaitingTie): Named[] {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  return between.map(({ id, label }) => ({
    value: id,
    label: inLanguage(label, language)?.value ?? t(`options.${id}`),
  }));
}

function DrawLot({ decisionId }: { decisionId: string }) {
  const { t } = useTranslation("live-session");
  return (
    <ConfirmAct
      act="decision.draw-lot"
      fields={{ decisionId }}
      summary={t("chair.settleTie.lotSummary")}
      why={t("chair.settleTie.lotNote")}
      label={t("chair.settleTie.lotConfirm")}
      tone="primary"
      opener="primary"
    >
      <Field
        name="seed"
        label={t("chair.settleTie.seed")}
        help={t("chair.settleTie.seedHelp")}
        maxLength={200}
        autoComplete="off"
      />
    </ConfirmAct>
  );
}

function CastTie({ decisionId, named }: { decisionId: string; named: Named[] }) {
  const { t } = useTranslation("live-session");
  return (
    <ConfirmAct
      act="decision.cast-tie"
      fields={{ decisionId }}
      summary={t("chair.settleTie.castingSummary")}
      why={t("chair.settleTie.castingNote")}
      label={t("chair.settleTie.castingConfirm")}
      tone="primary"
      opener="primary"
    >
      {/* No place is filled in beforehand: that would look like a preference. */}
      {named.map(({ value }, place) => (
        <Select
          key={value}
          name="order"
          label={t("chair.settleTie.place", { place: place + 1 })}
          defaultValue=""
          options={[{ value: "", label: "–" }, ...named]}
        />
      ))}
    </ConfirmAct>
  );
}
