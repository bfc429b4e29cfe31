import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { FILE_KINDS, MOST_FILE_BYTES } from "#domain/smartlab/documents/file-kinds.ts";
import type { Refusal } from "#domain/kernel/result.ts";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { LabDocument, LabInside } from "#wire/lab-work.ts";
import { LabFrame } from "../work/lab-frame.tsx";
import { PrivacySign } from "../work/privacy-sign.tsx";

type Props = { lab: LabInside; documents: LabDocument[]; refusal?: Refusal | undefined };

/** Files of a group; those that it made public are read by everybody. */
export function DocumentPage({ lab, documents, refusal }: Props) {
  const { t } = useTranslation("lab-work");
  return (
    <LabFrame
      lab={lab}
      title={t("document.title")}
      visibility={lab.inside ? "each" : "public"}
      lead={lab.inside && <p>{t("document.about")}</p>}
    >
      {documents.length === 0 ? (
        <EmptyState title={t("document.empty.title")}>
          <p>{t(lab.inside ? "document.empty.body" : "document.empty.outside")}</p>
        </EmptyState>
      ) : (
        <ul className="lab-pieces">
          {documents.map((one) => (
            <Line key={one.id} one={one} lab={lab} />
          ))}
        </ul>
      )}
      {lab.rights.work && <Add refusal={refusal} />}
    </LabFrame>
  );
}

function Line({ one, lab }: { one: LabDocument; lab: LabInside }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const fields = { documentId: one.id };
  const next = one.visibility === "public" ? "group" : "public";
  const size = t("document.size", { kb: formatNumber(language, Math.ceil(one.bytes / 1000)) });
  return (
    <li className="lab-piece">
      <h2 className="lab-piece-title">
        <a href={`/smartlab/${lab.slug}/documents/${one.id}`} lang={lab.language}>
          {one.title}
        </a>
      </h2>
      <p className="row">
        <PrivacySign of={one.visibility} />
        <span className="muted">
          {[one.fileName, size, one.by, formatDate(language, new Date(one.at), "long")]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
      <div className="row">
        {lab.rights.lead && (
          <Confirm label={t(`minutes.show.${next}`)} why={t(`minutes.showWhy.${next}`)}>
            <PostedAct
              act="lab.document-show"
              fields={{ ...fields, visibility: next }}
              label={t(`minutes.showNow.${next}`)}
            />
          </Confirm>
        )}
        {lab.rights.work && (lab.rights.lead || one.mine) && (
          <Confirm label={t("document.remove")} why={t("document.removeWhy")}>
            <PostedAct
              act="lab.document-remove"
              fields={fields}
              label={t("document.remove")}
              tone="stop"
            />
          </Confirm>
        )}
      </div>
    </li>
  );
}

function Add({ refusal }: { refusal: Refusal | undefined }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const busy = useNavigation().state === "submitting";
  const most = formatNumber(language, MOST_FILE_BYTES / 1_000_000);
  return (
    <Section title={t("document.add.title")}>
      <Form method="post" encType="multipart/form-data" className="act-form">
        <Field name="title" label={t("document.add.name")} maxLength={200} optional />
        <Field
          name="file"
          type="file"
          label={t("document.add.file")}
          help={t("document.add.help", { most, kinds: Object.keys(FILE_KINDS).join(", ") })}
          accept={Object.keys(FILE_KINDS)
            .map((end) => `.${end}`)
            .join(",")}
        />
        <Button tone="primary" busy={busy}>
          {t("document.add.now")}
        </Button>
        {refusal && <RefusalNote refusal={refusal} />}
      </Form>
    </Section>
  );
}
