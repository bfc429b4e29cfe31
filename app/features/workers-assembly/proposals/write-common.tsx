import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckBox, Choices } from "#app/ui/choice.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { addDays } from "#domain/kernel/day.ts";
import { MERGE_MOST } from "#domain/workers-assembly/stage.ts";
import type { ProposalDesk, Wording } from "#wire/proposal-pages.ts";
import { ProposalFields } from "./fields.tsx";
import { Sides } from "./pairs.tsx";
import { Said } from "./words.tsx";

type Writing = NonNullable<ProposalDesk["writing"]>;
type Props = { page: ProposalDesk; of: Writing };

/** One wording for several: which they are, then what is offered to the authors of all of them. */
export function WriteCommon({ page, of }: Props) {
  const { t } = useTranslation("workers-assembly");
  return (
    <Section id="common" title={t("merge.write")}>
      <p>{t("merge.how")}</p>
      <Which slug={page.head.slug} of={of} />
      <Sides page={page} parts={of.parts} />
      {of.parts.length > 1 && <Offer page={page} parts={of.parts} />}
    </Section>
  );
}

/** Ticks what is put side by side, and looks for more: an address, so that it works without a script. */
function Which({ slug, of: { parts, beside, words } }: { slug: string; of: Writing }) {
  const { t } = useTranslation("workers-assembly");
  const here = `/workers-assembly/${slug}/proposals/coordinate#common`;
  const key = [...parts, ...beside].map(({ id }) => id).join();
  return (
    <details className="proposal-fold" open={parts.length < 2 || words !== ""}>
      <summary>{t("merge.which", { count: parts.length, most: MERGE_MOST })}</summary>
      <Form method="get" action={here} className="stack" key={key}>
        <Choices legend={t("merge.sideBySide")} help={t("merge.mostHelp", { most: MERGE_MOST })}>
          {parts.map((part) => (
            <Part key={part.id} part={part} defaultChecked />
          ))}
          {beside.map((part) => (
            <Part key={part.id} part={part} />
          ))}
        </Choices>
        <Field
          label={t("merge.look")}
          help={words && beside.length === 0 ? t("merge.noneSays", { words }) : undefined}
          name="words"
          type="search"
          maxLength={80}
          defaultValue={words}
          optional
        />
        <div>
          <Button tone="quiet">{t("merge.put")}</Button>
        </div>
      </Form>
    </details>
  );
}

function Part({ part, defaultChecked }: { part: Wording; defaultChecked?: boolean }) {
  return (
    <CheckBox
      name="part"
      value={part.id}
      defaultChecked={defaultChecked}
      label={<Said in={part.language}>{part.sentence}</Said>}
    />
  );
}

/** Authors are given so many days at first. */
const DAYS = 10;

function Offer({ page, parts }: { page: ProposalDesk; parts: readonly Wording[] }) {
  const { t } = useTranslation("workers-assembly");
  const [first] = parts;
  const until = addDays(page.today, DAYS);
  const fields = Object.fromEntries(parts.map(({ id }) => [`part.${id}`, "on"]));
  return (
    <ActForm
      key={parts.map(({ id }) => id).join()}
      act="proposal.offer-merge"
      fields={{ slug: page.head.slug, ...fields }}
      label={t("merge.send")}
      tone="primary"
      className="stack"
    >
      <ProposalFields {...page} values={{ ...first, sentence: "", paragraph: "" }} />
      <TextArea label={t("merge.note")} name="note" rows={2} maxLength={300} optional />
      <Field
        label={t("merge.answerBy")}
        help={t("merge.answerByHelp")}
        name="answerBy"
        type="date"
        defaultValue={until}
      />
    </ActForm>
  );
}
