import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { Hidden } from "#app/features/live-session/act-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { LAB_ORIGINS, USUAL_THRESHOLD } from "#domain/smartlab/lab.ts";
import type { LabCard } from "#wire/smartlab-pages.ts";
import { LabCards } from "./lab-card.tsx";
import { LabFields, type LabValues } from "./lab-fields.tsx";
import "./smartlab.css";

type Props = {
  answer: ActAnswer | undefined;
  /** Who speaks for the cooperative may say that the idea is the cooperative's. */
  official: boolean;
  /** The entry of the ledger that the lab would take up. */
  from: { id: string; number: number; title: string; text: string } | undefined;
};

/** Proposes a lab. Where others are alike they are shown, and it is sent when asked again. */
export function ProposePage({ answer, official, from }: Props) {
  const { t } = useTranslation("smartlab");
  const similar = similarOf(answer);
  const isAlike = similar.length > 0;
  const values: LabValues = answer?.fields ?? begunFrom(from);
  return (
    <Page
      kicker={<Link to="/smartlab">{t("title")}</Link>}
      title={t("propose.title")}
      lead={<p>{t("propose.lead")}</p>}
    >
      {isAlike && (
        <Notice tone="wait" role="alert" title={t("propose.similar", { count: similar.length })}>
          <p>{t("propose.similarHow")}</p>
          <LabCards labs={similar} level={2} brief />
        </Notice>
      )}
      {from && <From item={from} />}
      <Form method="post" className="stack">
        <Hidden
          intent="smartlab.propose"
          fields={{ ...(isAlike ? { seenSimilar: "true" } : {}), ...originOf(from) }}
        />
        {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
        <LabFields values={values} />
        {!from && <Origin values={values} official={official} />}
        {official && <Threshold values={values} />}
        <Button>{t(isAlike ? "propose.sendAnyway" : "propose.send")}</Button>
      </Form>
    </Page>
  );
}

const originOf = (from: Props["from"]) =>
  from ? { fromItem: from.id, origin: "recommendation" } : undefined;

/** What the fields begin with: what the entry says, as long as a lab may say it. */
function begunFrom(from: Props["from"]): LabValues {
  return from ? { title: from.title.slice(0, 120), whyNow: from.text.slice(0, 2_000) } : {};
}

/** The entry of the ledger that is taken up. */
function From({ item: { number, title } }: { item: NonNullable<Props["from"]> }) {
  const { t } = useTranslation("smartlab");
  return (
    <Notice title={t("propose.from", { number })}>
      <p>
        <Link to={`/ledger/${number}`}>{title}</Link>
      </p>
      <p>{t("propose.fromHow")}</p>
    </Notice>
  );
}

/** How many must be interested: who opens the call for the cooperative may say another number. */
function Threshold({ values }: { values: LabValues }) {
  const { t } = useTranslation("smartlab");
  return (
    <Field
      label={t("form.threshold")}
      help={t("form.thresholdHelp")}
      name="threshold"
      type="number"
      min={2}
      max={200}
      defaultValue={values["threshold"] ?? String(USUAL_THRESHOLD)}
    />
  );
}

/** Who had the idea: said as it is. */
function Origin({ values, official }: { values: LabValues; official: boolean }) {
  const { t } = useTranslation("smartlab");
  const origins = LAB_ORIGINS.filter((origin) => official || origin !== "cooperative");
  return (
    <>
      <Select
        label={t("form.origin")}
        help={t("form.originHelp")}
        name="origin"
        defaultValue={values["origin"] ?? (official ? "cooperative" : "member")}
        options={origins.map((value) => ({ value, label: t(`origin.${value}`) }))}
      />
      <Field
        label={t("form.originNote")}
        help={t("form.originNoteHelp")}
        name="originNote"
        optional
        maxLength={300}
        defaultValue={values["originNote"]}
      />
    </>
  );
}

function similarOf(answer: ActAnswer | undefined): LabCard[] {
  if (!answer?.ok) return [];
  return (answer.result as { similar?: LabCard[] }).similar ?? [];
}
