import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { BallotDefinition } from "#domain/decisions/ballot.ts";
import { Button } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { DesignedDraft, PersonList } from "#wire/decision-designer.ts";
import { CheckStep } from "./check-step.tsx";
import type { DesignerAnswer } from "./designer-answer.ts";
import { ElectorateFields } from "./electorate-fields.tsx";
import { MethodChoice } from "./method-choice.tsx";
import { OptionFields } from "./option-fields.tsx";
import { PersonListSection } from "./person-list.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { StepNav } from "./step-nav.tsx";
import type { Step } from "./steps.ts";
import { TextFields } from "./text-fields.tsx";
import { VoteFields } from "./vote-fields.tsx";
import "./designer.css";

type Props = {
  title: string;
  designed: DesignedDraft;
  step: Step;
  ballot: BallotDefinition;
  /** At the step of the electorate: its list, and what was searched for it. */
  people?: PersonList | undefined;
  query: string;
  answer?: DesignerAnswer | undefined;
};

/** A draft, one step at a time; the last one shows what voters will see. */
export function EditPage(props: Props) {
  const { title, designed, step, ballot, people, query, answer } = props;
  const { t } = useTranslation("designer");
  const { assembly, draft } = designed;
  return (
    <Page
      kicker={
        <Link to={`/decisions/new?assembly=${assembly.slug}`}>
          {t("backTo")} <Words of={assembly.title} />
        </Link>
      }
      title={title}
      lead={draft.rehearsal && <Tag tone="ochre">{t("rehearsal.tag")}</Tag>}
    >
      <StepNav designed={designed} current={step} />
      {answer?.refusal && <RefusalNote refusal={answer.refusal} />}
      {designed.inUse && <InUse />}
      {designed.convened && <Convened slug={assembly.slug} />}
      {step === "check" ? (
        <CheckStep designed={designed} ballot={ballot} />
      ) : (
        <StepForm key={formKey(step, designed)} {...{ designed, step, people, answer }} />
      )}
      {people && <PersonListSection people={people} query={query} pasted={answer?.pasted} />}
    </Page>
  );
}

/** Fields start anew with what was saved, as soon as there is another step or another option. */
function formKey(step: Step, { draft }: DesignedDraft): string {
  return [step, ...draft.options.map(({ id }) => id)].join(" ");
}

function InUse() {
  const { t } = useTranslation("designer");
  return (
    <Notice tone="wait" title={t("inUse.title")}>
      <p>{t("inUse.body")}</p>
    </Notice>
  );
}

function Convened({ slug }: { slug: string }) {
  const { t } = useTranslation("designer");
  return (
    <Notice tone="wait" title={t("convened.title")}>
      <p>{t("convened.body")}</p>
      <p>
        <Link to={`/assembly/${slug}/convocation#errata`}>{t("convened.correct")}</Link>
      </p>
    </Notice>
  );
}

type StepFormProps = Pick<Props, "designed" | "step" | "people" | "answer">;

function StepForm({ designed, step, people, answer }: StepFormProps) {
  const { t } = useTranslation("designer");
  const shown = { ...designed, draft: { ...designed.draft, ...answer?.typed } };
  return (
    <section aria-labelledby="step-heading" className="stack">
      <h2 id="step-heading">{t(`steps.${step}`)}</h2>
      <Form method="post" className="stack designer-form">
        <StepFields step={step} shown={shown as DesignedDraft} listed={people?.total} />
        <div className="row">
          <Button name="intent" value="save">
            {t("save")}
          </Button>
          <Button name="intent" value="stay" tone="quiet">
            {t("stay")}
          </Button>
        </div>
      </Form>
    </section>
  );
}

type StepFieldsProps = { step: Step; shown: DesignedDraft; listed: number | undefined };

function StepFields({ step, shown, listed = 0 }: StepFieldsProps) {
  switch (step) {
    case "texts":
      return <TextFields designed={shown} />;
    case "method":
      return <MethodChoice chosen={shown.draft.method} />;
    case "rules":
      return <RuleFields draft={shown.draft} />;
    case "options":
      return <OptionFields options={shown.draft.options} />;
    case "electorate":
      return <ElectorateFields designed={shown} listed={listed} />;
    case "vote":
      return <VoteFields draft={shown.draft} />;
    case "check":
      return null; // nothing to fill in
  }
}
