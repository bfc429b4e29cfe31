import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { DesignerAssembly } from "#wire/decision-designer.ts";

type Listed = DesignerAssembly["decisions"][number];

/** Drafts lead to their designer, the others to their page; a rehearsal may begin again. */
export function DecisionList({ decisions }: { decisions: Listed[] }) {
  const { t } = useTranslation(["designer", "live-session"]);
  return (
    <ul className="designer-list">
      {decisions.map(({ id, title, phase, rehearsal }) => (
        <li key={id} className="stack">
          <div className="row">
            <Link to={phase === "draft" ? `/decisions/${id}/edit` : `/decisions/${id}`}>
              {Object.values(title).some(Boolean) ? <Words of={title} /> : t("untitled")}
            </Link>
            <Tag>{t(`live-session:vote.phase.${phase}`)}</Tag>
            {rehearsal && <Tag tone="ochre">{t("rehearsal.tag")}</Tag>}
          </div>
          {rehearsal && phase !== "draft" && <Reset decisionId={id} />}
        </li>
      ))}
    </ul>
  );
}

function Reset({ decisionId }: { decisionId: string }) {
  const { t } = useTranslation("designer");
  return (
    <Confirm label={t("rehearsal.reset")} why={t("rehearsal.resetWhy")}>
      <Form method="post">
        <input type="hidden" name="decisionId" value={decisionId} />
        <Button name="intent" value="reset" tone="stop">
          {t("rehearsal.resetConfirm")}
        </Button>
      </Form>
    </Confirm>
  );
}
