import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { type FormState, typedInto } from "#app/features/surveys/form-state.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { WORKERS_OFFICES } from "#domain/workers-assembly/offices.ts";
import type { OfficeHolder } from "#wire/workers-organise.ts";

/** Each office with what it does and who holds it. */
export function OfficeList({ offices, state }: { offices: OfficeHolder[]; state: FormState }) {
  const { t } = useTranslation("workers-organise");
  return (
    <Section title={t("offices.title")}>
      <p>{t("offices.lead")}</p>
      <dl className="workers-offices">
        {WORKERS_OFFICES.map((office) => (
          <div key={office}>
            <dt>
              <strong>{t(`office.${office}.name`)}</strong>
              <span className="muted">{t(`office.${office}.does`)}</span>
            </dt>
            <Holders holders={offices.filter((one) => one.office === office)} />
          </div>
        ))}
      </dl>
      <NameForm state={state} />
    </Section>
  );
}

function Holders({ holders }: { holders: OfficeHolder[] }) {
  const { t } = useTranslation("workers-organise");
  if (holders.length === 0) return <dd className="muted">{t("offices.none")}</dd>;
  return holders.map(({ grantId, name, void: isVoid }) => (
    <dd key={grantId}>
      <span>
        {name}
        {isVoid && (
          <>
            {" "}
            <Tag tone="clay">{t("offices.void")}</Tag>
          </>
        )}
      </span>
      <Form method="post" reloadDocument>
        <input type="hidden" name="grantId" value={grantId} />
        <Button
          name="intent"
          value="release"
          tone="quiet"
          aria-label={t("offices.releaseOf", { name })}
        >
          {t("offices.release")}
        </Button>
      </Form>
    </dd>
  ));
}

function NameForm({ state }: { state: FormState }) {
  const { t } = useTranslation("workers-organise");
  const typed = typedInto("name", state);
  return (
    <Fold label={t("offices.name")} open={typed["registerNo"] !== undefined}>
      <Form method="post" reloadDocument className="stack">
        <Select
          label={t("offices.office")}
          name="office"
          defaultValue={typed["office"]}
          options={WORKERS_OFFICES.map((office) => ({
            value: office,
            label: t(`office.${office}.name`),
          }))}
        />
        <Field
          label={t("offices.registerNo")}
          help={t("offices.registerNoHelp")}
          name="registerNo"
          maxLength={40}
          defaultValue={typed["registerNo"]}
        />
        <div>
          <Button name="intent" value="name" tone="quiet">
            {t("offices.add")}
          </Button>
        </div>
      </Form>
    </Fold>
  );
}
