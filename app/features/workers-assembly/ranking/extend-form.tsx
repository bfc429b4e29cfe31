import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type FormState, typedInto } from "#app/features/surveys/form-state.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { localTime } from "#domain/kernel/local-time.ts";
import { INCIDENT_MAX } from "#domain/live-session/stage/incident.ts";
import type { RankingPlanPage, RankingVote } from "#wire/workers-ranking.ts";
import { Extensions } from "./extensions.tsx";

type Props = { page: RankingPlanPage; vote: RankingVote; state: FormState };

/** An open vote: its chair may close it later, with a reason; for the others, why its hours stand. */
export function Extend({ page: { may }, vote, state }: Props) {
  const { t } = useTranslation("workers-ranking");
  const { closesAt = 0 } = vote;
  const typed = typedInto("extend", state);
  return (
    <Section title={t("plan.extend")}>
      <Extensions of={vote} />
      <p>{t(may.extend ? "plan.extendHow" : "plan.heldOpen")}</p>
      {may.extend && (
        <Form method="post" className="stack" key={closesAt}>
          <input type="hidden" name="seen" value={closesAt} />
          <Field
            label={t("plan.laterClose")}
            name="closesAt"
            type="datetime-local"
            min={localTime(new Date(closesAt))}
            defaultValue={typed["closesAt"] ?? localTime(new Date(closesAt))}
          />
          <TextArea
            label={t("plan.extendWhy")}
            name="reason"
            rows={3}
            maxLength={INCIDENT_MAX}
            defaultValue={typed["reason"]}
          />
          <div>
            <Button name="intent" value="extend" tone="quiet">
              {t("plan.extendAct")}
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
