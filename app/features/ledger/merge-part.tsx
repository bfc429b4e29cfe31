import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import type { ItemPage } from "#wire/ledger-pages.ts";
import { ItemWords } from "./item-tags.tsx";
import "./ledger.css";

type Props = { page: ItemPage };

/** What would go on in another, for the authors who are asked; both wordings stay. */
export function MergeAsked({ page: { merge, mine } }: Props) {
  const { t } = useTranslation("ledger");
  if (!merge || mine.role !== "author") return null;
  const fields = { itemId: merge.itemId, into: String(merge.into.number) };
  return (
    <Notice tone="wait" title={t("merge.asked")}>
      <p>
        {t("number", { number: merge.item.number })} ·{" "}
        <ItemWords item={merge.item}>{merge.item.title}</ItemWords>
      </p>
      <p>
        {t("merge.into")}{" "}
        <Link to={`/ledger/${merge.into.number}`}>
          {t("number", { number: merge.into.number })} ·{" "}
          <ItemWords item={merge.into}>{merge.into.title}</ItemWords>
        </Link>
      </p>
      {merge.note && <p>{merge.note}</p>}
      <p>{t("merge.how")}</p>
      {merge.agreed ? (
        <p role="status">{t("merge.youAgreed")}</p>
      ) : (
        <ActForm
          act="ledger.answer-merge"
          fields={{ ...fields, agrees: "true" }}
          label={t("merge.agree")}
        />
      )}
      <ActForm
        act="ledger.answer-merge"
        fields={{ ...fields, agrees: "false" }}
        label={t("merge.decline")}
      />
    </Notice>
  );
}

/** Wordings that go on in this one: each keeps its page. */
export function MergedHere({ page: { merged } }: Props) {
  const { t } = useTranslation("ledger");
  if (merged.length === 0) return null;
  return (
    <Section title={t("merge.wordings")}>
      <ul>
        {merged.map((one) => (
          <li key={one.number}>
            <Link to={`/ledger/${one.number}`}>
              {t("number", { number: one.number })} · <ItemWords item={one}>{one.title}</ItemWords>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Those who write ask the authors of both. */
export function AskMerge({ page: { item, rights, merge } }: Props) {
  const { t } = useTranslation("ledger");
  if (!rights.write || item.state !== "waiting") return null;
  if (merge) return <p className="muted">{t("merge.open")}</p>;
  return (
    <details className="fold">
      <summary>{t("merge.ask")}</summary>
      <p className="muted">{t("merge.how")}</p>
      <ActForm
        act="ledger.ask-merge"
        fields={{ itemId: item.id }}
        label={t("merge.send")}
        className="stack"
      >
        <Field label={t("merge.number")} name="into" inputMode="numeric" pattern="[0-9]*" />
        <Field label={t("link.note")} name="note" optional maxLength={300} />
      </ActForm>
    </details>
  );
}
