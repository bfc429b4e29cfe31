import { useTranslation } from "react-i18next";
import { decodeBallot } from "#domain/decisions/ballot.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import type { PaperUrn } from "#wire/urns.ts";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { Fold } from "#app/features/live-session/fold.tsx";
import { Table } from "#app/ui/table.tsx";
import { BALLOT_FORMS } from "../ballot-forms/registry.ts";

type EnteredSlipsProps = { urn: PaperUrn; page: DecisionPage };

/** What this reader has entered, to look over and take out again. */
export function EnteredSlips({ urn, page }: EnteredSlipsProps) {
  const { t } = useTranslation("urns");
  if (urn.mine.length === 0) return null;
  return (
    <Fold label={t("paper.mine.title", { count: urn.mine.length })}>
      <Table
        caption={t("paper.mine.caption")}
        captionHidden
        rows={urn.mine}
        rowKey={({ slip }) => String(slip)}
        columns={[
          { key: "slip", label: t("paper.slip.number"), cell: ({ slip }) => slip },
          {
            key: "says",
            label: t("paper.slip.says"),
            cell: ({ content }) => <SlipWords content={content} page={page} />,
          },
          {
            key: "remove",
            label: t("paper.mine.act"),
            cell: ({ slip }) => (
              <ActForm
                act="paper.remove"
                fields={{ decisionId: urn.decisionId, slip: String(slip) }}
                label={t("paper.mine.remove")}
                about={t("paper.mine.removeWhich", { slip })}
              />
            ),
          },
        ]}
      />
    </Fold>
  );
}

function SlipWords({ content: text, page }: { content: string; page: DecisionPage }) {
  const { t } = useTranslation("urns");
  const content = decodeBallot(text, page.ballot);
  if (!content) return t("paper.slip.invalid");
  if (content.kind === "blank") return t("paper.slip.blank");
  const { Choice } = BALLOT_FORMS[page.ballot.shape];
  return <Choice page={page} content={content} />;
}
