import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type FormState, typedInto } from "#app/features/surveys/form-state.tsx";
import { Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { localTime } from "#domain/kernel/local-time.ts";
import {
  MOST_APPROVALS,
  RANKING_METHODS,
  RANKING_SEALS,
} from "#domain/workers-assembly/ranking-plan.ts";
import type { PlanView, RankingPlanPage } from "#wire/workers-ranking.ts";

type Typed = Record<string, string>;

/** The rule, while it may change, and the hours. */
export function PlanForm({ page, state }: { page: RankingPlanPage; state: FormState }) {
  const { t } = useTranslation("workers-ranking");
  const { plan, may } = page;
  const typed = typedInto("plan", state);
  return (
    <Section title={t("how.title")}>
      <Form method="post" className="stack">
        {may.method ? <MethodFields plan={plan} typed={typed} /> : <Settled plan={plan} />}
        <Choices legend={t("plan.seal")}>
          {RANKING_SEALS.map((seal) => (
            <Choice
              key={seal}
              name="seal"
              value={seal}
              label={t(`plan.seals.${seal}`)}
              defaultChecked={(typed["seal"] ?? plan.seal) === seal}
              required
            />
          ))}
        </Choices>
        {(["opensAt", "closesAt"] as const).map((name) => (
          <Field
            key={name}
            label={t(`plan.${name}`)}
            help={name === "opensAt" ? t("plan.hours") : undefined}
            name={name}
            type="datetime-local"
            defaultValue={typed[name] ?? hourOf(plan[name])}
            optional
          />
        ))}
        <div>
          <Button name="intent" value="plan">
            {t("plan.save")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function MethodFields({ plan, typed }: { plan: PlanView; typed: Typed }) {
  const { t } = useTranslation("workers-ranking");
  return (
    <>
      <Choices legend={t("plan.method")} help={t("plan.methodHelp")}>
        {RANKING_METHODS.map((method) => (
          <Choice
            key={method}
            name="method"
            value={method}
            label={t(`method.${method}`)}
            help={t(`how.${method}`, { least: plan.least, most: plan.most })}
            defaultChecked={(typed["method"] ?? plan.method) === method}
            required
          />
        ))}
      </Choices>
      <TextArea
        label={t("plan.reason")}
        help={t("plan.reasonHelp")}
        name="reason"
        maxLength={500}
        defaultValue={typed["reason"] ?? ""}
        optional
      />
      {(["least", "most"] as const).map((name) => (
        <Field
          key={name}
          label={t(`plan.${name}`)}
          name={name}
          type="number"
          min={1}
          max={MOST_APPROVALS}
          defaultValue={typed[name] ?? plan[name]}
        />
      ))}
    </>
  );
}

/** What is settled goes along as it is, so that one form says all. */
function Settled({ plan }: { plan: PlanView }) {
  const { t } = useTranslation("workers-ranking");
  return (
    <Notice title={t(`method.${plan.method}`)}>
      <p>{t("plan.settled")}</p>
      {(["method", "least", "most"] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={plan[name]} />
      ))}
    </Notice>
  );
}

function hourOf(instant: string | undefined): string {
  return instant === undefined ? "" : localTime(new Date(instant));
}
