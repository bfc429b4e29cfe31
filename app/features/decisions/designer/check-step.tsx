import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { BallotDefinition } from "#domain/decisions/ballot.ts";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import type { DesignedDraft } from "#wire/decision-designer.ts";
import { BallotPreview } from "./ballot-preview.tsx";
import { STEP_OF } from "./steps.ts";

type Props = { designed: DesignedDraft; ballot: BallotDefinition };

/** What is lacking, the ballot as a voter will have it, and what may be done with the draft. */
export function CheckStep({ designed, ballot }: Props) {
  const { t } = useTranslation("designer");
  const { decisionId, assembly, draft } = designed;
  return (
    <>
      <Section title={t("check.title")}>
        <Lacking designed={designed} />
        <p>
          <Link to={`/decisions/${decisionId}`}>{t("check.public")}</Link>{" "}
          <Link to={`/live-session/${assembly.slug}/chair`}>{t("check.chair")}</Link>
        </p>
      </Section>
      <Section title={t("preview.title")}>
        <p className="muted">{t("preview.lead")}</p>
        <BallotPreview designed={designed} ballot={ballot} />
      </Section>
      <Section title={t("check.acts")}>
        {!draft.rehearsal && (
          <Form method="post" className="stack">
            <p>{t("rehearsal.why")}</p>
            <Button name="intent" value="rehearse" tone="quiet">
              {t("rehearsal.make")}
            </Button>
          </Form>
        )}
        <Confirm label={t("delete.open")} why={t("delete.why")}>
          <Form method="post">
            <Button name="intent" value="delete" tone="stop">
              {t("delete.confirm")}
            </Button>
          </Form>
        </Confirm>
      </Section>
    </>
  );
}

function Lacking({ designed: { problems, picks } }: { designed: DesignedDraft }) {
  const { t } = useTranslation("designer");
  if (problems.length === 0) {
    return (
      <Notice tone="done" title={t("check.complete")}>
        <p>
          {t("check.completeBody", { count: picks.persons })} {t("check.announced")}
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="wait" title={t("check.lacking")}>
      <p>{t("check.unfinished")}</p>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>
            <Link to={`?step=${STEP_OF[problem]}`}>{t(`problems.${problem}`)}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
