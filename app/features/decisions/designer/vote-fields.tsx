import { useTranslation } from "react-i18next";
import { localTime } from "#domain/kernel/local-time.ts";
import { CheckBox, Choice, Choices } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import type { DecisionDraft } from "#wire/decision-designer.ts";

const SEALS: DecisionDraft["seal"][] = ["none", "server", "scrutineers"];

/** How ballots are cast: secrecy, when, and whether a vote may be changed. */
export function VoteFields({ draft }: { draft: DecisionDraft }) {
  const { t } = useTranslation(["designer", "decisions"]);
  return (
    <>
      <Choices legend={t("vote.secrecy")}>
        {SEALS.map((seal) => (
          <Choice
            key={seal}
            name="seal"
            value={seal}
            label={t(`decisions:kind.${seal === "none" ? "named" : seal}`)}
            help={t(`vote.seals.${seal}`)}
            defaultChecked={seal === draft.seal}
            required
          />
        ))}
      </Choices>
      <CheckBox
        name="mayChange"
        label={t("vote.mayChange")}
        help={t("vote.mayChangeHelp")}
        defaultChecked={draft.mayChange}
      />
      <p>{t("vote.window")}</p>
      <Field
        name="opensAt"
        type="datetime-local"
        label={t("vote.opensAt")}
        defaultValue={shownTime(draft.opensAt)}
        optional
      />
      <Field
        name="closesAt"
        type="datetime-local"
        label={t("vote.closesAt")}
        defaultValue={shownTime(draft.closesAt)}
        optional
      />
      <CheckBox
        name="rehearsal"
        label={t("vote.rehearsal")}
        help={t("vote.rehearsalHelp")}
        defaultChecked={draft.rehearsal}
      />
    </>
  );
}

function shownTime(instant: string | null): string {
  const time = instant === null ? NaN : Date.parse(instant);
  return Number.isNaN(time) ? "" : localTime(new Date(time));
}
