import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ShapeName } from "#app/ui/shape.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import { HAND_OFFS } from "#domain/smartlab/lab.ts";
import type { LabOutcome, LabPage } from "#wire/smartlab-pages.ts";
import { LabWords } from "./lab-facts.tsx";

/** Who goes on with what a lab made: asked when it ends, and again where nobody took it up. */
export function HandOffFields({ typed = {} }: { typed?: Partial<Record<string, string>> }) {
  const { t } = useTranslation("smartlab");
  return (
    <>
      <Select
        label={t("close.handOff")}
        name="handOff"
        defaultValue={typed["handOff"]}
        options={HAND_OFFS.map((value) => ({ value, label: t(`handOff.${value}`) }))}
      />
      <Field
        label={t("close.handOffNote")}
        help={t("close.handOffNoteHelp")}
        name="handOffNote"
        defaultValue={typed["handOffNote"]}
        optional
        maxLength={500}
      />
      <Field
        label={t("close.handOffLab")}
        help={t("close.handOffLabHelp")}
        name="handOffLab"
        defaultValue={typed["handOffLab"]}
        optional
        maxLength={300}
      />
    </>
  );
}

type Answer = "waits" | "yes" | "no";
const LOOKS: Record<Answer, { tone: TagTone; shape: ShapeName }> = {
  waits: { tone: "ochre", shape: "ring" },
  yes: { tone: "canopy", shape: "circle" },
  no: { tone: "clay", shape: "square" },
};

/** To whom a lab handed on what it made, and what they answered. */
export function HandedOn({ lab, outcome }: { lab: LabPage["lab"]; outcome: LabOutcome }) {
  const { t } = useTranslation("smartlab");
  const { handOff, handOffNote, handOffLab, ledger } = outcome;
  return (
    <>
      <p>
        <strong>{t(`handOff.${handOff}`)}</strong>
      </p>
      {handOffNote && (
        <p>
          <LabWords lab={lab}>{handOffNote}</LabWords>
        </p>
      )}
      {handOffLab && <OfLab asked={handOffLab} />}
      {ledger && <OfLedger item={ledger} />}
    </>
  );
}

function OfLab({ asked }: { asked: NonNullable<LabOutcome["handOffLab"]> }) {
  const { t } = useTranslation("smartlab");
  const language = useLanguage();
  const answer = ({ asked: "waits", accepted: "yes", declined: "no" } as const)[asked.state];
  return (
    <>
      <p className="row">
        <Link to={`/smartlab/${asked.slug}`}>
          <LabWords lab={asked}>{asked.title}</LabWords>
        </Link>
        <Tag {...LOOKS[answer]}>{t(`handedOn.lab.${asked.state}`)}</Tag>
        {asked.answeredAt && (
          <span className="muted small">{formatDate(language, asked.answeredAt)}</span>
        )}
      </p>
      {asked.reason && (
        <p>
          <LabWords lab={asked}>{asked.reason}</LabWords>
        </p>
      )}
    </>
  );
}

function OfLedger({ item }: { item: NonNullable<LabOutcome["ledger"]> }) {
  const { t } = useTranslation("smartlab");
  const said = item.state === "answered" && item.outcome !== "" ? item.outcome : item.state;
  const answer = said === "refused" || said === "withdrawn" ? "no" : "yes";
  return (
    <p className="row">
      <Tag {...LOOKS[said === "waiting" ? "waits" : answer]}>{t(`handedOn.ledger.${said}`)}</Tag>
      <Link to={`/ledger/${item.number}`}>{t("handedOn.follow", { number: item.number })}</Link>
    </p>
  );
}

/** Nobody was asked to go on, or who was asked does not: those who led it may ask somebody else. */
export function HandOnAgain({ page: { lab, rights } }: { page: LabPage }) {
  const { t } = useTranslation("smartlab");
  const { outcome } = lab;
  const free = outcome?.handOff === "none" || outcome?.handOffLab?.state === "declined";
  if (!free || !(rights.lead || rights.support)) return null;
  return (
    <ConfirmAct
      act="smartlab.hand-off"
      fields={{ labId: lab.id }}
      summary={t("handedOn.again")}
      why={t("handedOn.againWhy")}
      label={t("handedOn.againNow")}
    >
      <HandOffFields />
    </ConfirmAct>
  );
}

/** Labs that are over ask this one to go on: yes, or no with a reason. */
export function Requests({ page: { lab, requests = [] } }: { page: LabPage }) {
  const { t } = useTranslation("smartlab");
  if (requests.length === 0) return null;
  return (
    <section id="requests" aria-label={t("requests.title", { count: requests.length })}>
      <Notice tone="wait" title={t("requests.title", { count: requests.length })}>
        <p>{t("requests.how")}</p>
        <ul className="lab-meetings">
          {requests.map(({ lab: from, outcome, note }) => (
            <li key={from.id}>
              <p>
                <Link to={`/smartlab/${from.slug}`}>
                  <LabWords lab={from}>{from.title}</LabWords>
                </Link>
              </p>
              {[outcome, note].filter(Boolean).map((text) => (
                <p key={text}>
                  <LabWords lab={from}>{text}</LabWords>
                </p>
              ))}
              <Reply labId={lab.id} fromLabId={from.id} />
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}

function Reply(fields: { labId: string; fromLabId: string }) {
  const { t } = useTranslation("smartlab");
  return (
    <div className="row">
      <ActForm
        act="smartlab.answer-hand-off"
        fields={{ ...fields, accept: "true" }}
        label={t("requests.accept")}
        tone="primary"
      />
      <ConfirmAct
        act="smartlab.answer-hand-off"
        fields={fields}
        summary={t("requests.decline")}
        why={t("requests.declineWhy")}
        label={t("requests.declineNow")}
      >
        <TextArea label={t("reason")} name="reason" rows={2} maxLength={500} />
      </ConfirmAct>
    </div>
  );
}
