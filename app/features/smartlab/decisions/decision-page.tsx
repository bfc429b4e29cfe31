import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import type { DecisionPage as Loaded } from "#wire/lab-decisions.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { LabWords } from "../lab-facts.tsx";
import { LabFrame } from "../work/lab-frame.tsx";
import { ConsentPart } from "./consent-part.tsx";
import { DecisionTag } from "./decision-list-page.tsx";
import { VotePart } from "./vote-part.tsx";

type Props = { lab: LabInside; page: Loaded };

/** One decision: the text in full, what was asked, what speaks against it, what came of it. */
export function DecisionPage({ lab, page }: Props) {
  const { t } = useTranslation("lab-work");
  const { decision } = page;
  const leads = lab.rights.work && (lab.rights.lead || decision.mine);
  const over = decision.endedAt !== undefined;
  return (
    <LabFrame
      lab={lab}
      title={<LabWords lab={lab}>{decision.title}</LabWords>}
      tags={<DecisionTag phase={decision.phase} />}
      lead={
        <>
          <p className="muted">
            {t(`decision.wayLong.${decision.way}`)}
            {decision.by && ` · ${t("decision.by", { name: decision.by })}`}
          </p>
          <p>
            <Link to={`/smartlab/${lab.slug}/decisions`}>{t("decision.all")}</Link>
          </p>
        </>
      }
    >
      <article className="lab-sheet stack">
        <p className="lab-text" lang={lab.language}>
          {page.text}
        </p>
        {decision.way === "consent" && (
          <p className="muted">{t("charter.version", { number: decision.version })}</p>
        )}
      </article>
      {decision.way === "consent" && <Questions lab={lab} page={page} />}
      {decision.way === "consent" && decision.phase !== "clarifying" && (
        <ConsentPart lab={lab} page={page} leads={leads} />
      )}
      {page.vote && <VotePart lab={lab} page={page} vote={page.vote} leads={leads} />}
      {leads && !over && <Lead page={page} />}
      <Earlier lab={lab} page={page} />
    </LabFrame>
  );
}

function Questions({ lab, page: { decision, questions } }: Props) {
  const { t } = useTranslation("lab-work");
  const open = decision.endedAt === undefined && lab.rights.work;
  if (questions.length === 0 && !open) return null;
  return (
    <Section title={t("decision.questions.title")}>
      {questions.length === 0 && <p className="muted">{t("decision.questions.none")}</p>}
      <ul className="lab-pieces">
        {questions.map((one) => (
          <li key={one.id} className="lab-piece">
            <p className="lab-text" lang={lab.language}>
              <strong>{one.by ?? t("talk.gone")}</strong> : {one.text}
            </p>
            {one.answer !== undefined ? (
              <p className="lab-text" lang={lab.language}>
                <strong>{one.answeredBy ?? t("talk.gone")}</strong> : {one.answer}
              </p>
            ) : (
              open && (
                <Fold label={t("decision.questions.explain")}>
                  <PostedAct
                    act="lab.decision-explain"
                    fields={{ questionId: one.id }}
                    label={t("decision.questions.explainNow")}
                  >
                    <TextArea name="text" label={t("decision.questions.answer")} maxLength={2000} />
                  </PostedAct>
                </Fold>
              )
            )}
          </li>
        ))}
      </ul>
      {open && (
        <Fold label={t("decision.questions.ask")}>
          <PostedAct
            act="lab.decision-question"
            fields={{ decisionId: decision.id }}
            label={t("decision.questions.askNow")}
            clears
          >
            <TextArea name="text" label={t("decision.questions.question")} maxLength={1000} />
          </PostedAct>
        </Fold>
      )}
    </Section>
  );
}

/** What whoever proposed it, or leads, does next. */
function Lead({ page: { decision, text, standing } }: { page: Loaded }) {
  const { t } = useTranslation("lab-work");
  const fields = { decisionId: decision.id };
  const seen = { ...fields, version: String(decision.version) };
  return (
    <Section title={t("decision.lead.title")}>
      <div className="row">
        {decision.phase === "clarifying" && (
          <PostedAct
            act="lab.decision-call"
            fields={fields}
            label={t("decision.lead.call")}
            tone="primary"
          />
        )}
        {decision.phase === "objecting" && standing.adoptable && (
          <PostedAct
            act="lab.decision-adopt"
            fields={seen}
            label={t("decision.lead.adopt")}
            tone="primary"
          />
        )}
        {decision.phase === "voting" && (
          <Confirm label={t("decision.lead.count")} why={t("decision.lead.countWhy")}>
            <PostedAct
              act="lab.decision-count"
              fields={fields}
              label={t("decision.lead.countNow")}
              tone="primary"
            />
          </Confirm>
        )}
        {decision.way === "consent" && (
          <Fold label={t("decision.lead.amend")}>
            <PostedAct act="lab.decision-amend" fields={seen} label={t("decision.lead.amendNow")}>
              <TextArea
                key={decision.version}
                name="text"
                label={t("decision.lead.text")}
                help={t("decision.lead.amendHelp")}
                defaultValue={text}
                maxLength={5000}
              />
            </PostedAct>
          </Fold>
        )}
        <Confirm label={t("decision.lead.withdraw")} why={t("decision.lead.withdrawWhy")}>
          <PostedAct
            act="lab.decision-withdraw"
            fields={fields}
            label={t("decision.lead.withdraw")}
            tone="stop"
          />
        </Confirm>
      </div>
    </Section>
  );
}

function Earlier({ lab, page: { earlier } }: Props) {
  const { t } = useTranslation("lab-work");
  if (earlier.length === 0) return null;
  return (
    <Section title={t("decision.earlier")}>
      <ul className="lab-pieces">
        {earlier.map(({ number, text, objections }) => (
          <li key={number} className="lab-piece">
            <p className="muted">{t("charter.version", { number })}</p>
            <p className="lab-text" lang={lab.language}>
              {text}
            </p>
            {objections.map(({ name, reason }) => (
              <p key={name} className="lab-text">
                {t("decision.objected", { name })} <span lang={lab.language}>{reason}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
