import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { Hidden } from "#app/features/live-session/act-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { LAB_ORIGINS } from "#domain/smartlab/lab.ts";
import type { LabCard } from "#wire/smartlab-pages.ts";
import { LabCards } from "./lab-card.tsx";
import { LabFields } from "./lab-fields.tsx";
import "./smartlab.css";

type Props = {
  answer: ActAnswer | undefined;
  /** Who speaks for the cooperative may say that the idea is the cooperative's. */
  official: boolean;
};

/** Proposes a lab. Where others are alike they are shown, and it is sent when asked again. */
export function ProposePage({ answer, official }: Props) {
  const { t } = useTranslation("smartlab");
  const similar = similarOf(answer);
  const values = answer?.fields ?? {};
  const origins = LAB_ORIGINS.filter((origin) => official || origin !== "cooperative");
  return (
    <Page
      kicker={<Link to="/smartlab">{t("title")}</Link>}
      title={t("propose.title")}
      lead={<p>{t("propose.lead")}</p>}
    >
      {similar.length > 0 && (
        <Notice tone="wait" role="alert" title={t("propose.similar", { count: similar.length })}>
          <p>{t("propose.similarHow")}</p>
          <LabCards labs={similar} level={2} />
        </Notice>
      )}
      <Form method="post" className="stack">
        <Hidden
          intent="smartlab.propose"
          fields={similar.length > 0 ? { seenSimilar: "true" } : {}}
        />
        {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
        <LabFields values={values} />
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
        <Button>{t(similar.length > 0 ? "propose.sendAnyway" : "propose.send")}</Button>
      </Form>
    </Page>
  );
}

function similarOf(answer: ActAnswer | undefined): LabCard[] {
  if (!answer?.ok) return [];
  return (answer.result as { similar?: LabCard[] }).similar ?? [];
}
