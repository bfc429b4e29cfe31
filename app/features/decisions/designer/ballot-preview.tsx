import { useTranslation } from "react-i18next";
import type { BallotDefinition } from "#domain/decisions/ballot.ts";
import { inLanguage } from "#domain/kernel/languages.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Sheet } from "#app/ui/sheet.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { DesignedDraft } from "#wire/decision-designer.ts";
import { BALLOT_FORMS } from "../ballot-forms/registry.ts";
import { KindLine } from "../kind-line.tsx";
import { DeclaredRules } from "../results/declared-rules.tsx";
import { titlesOf } from "./titles-of.ts";
import "../decisions.css";

type Props = { designed: DesignedDraft; ballot: BallotDefinition };

/** The voter's own sheet: it can be filled in, and leads nowhere. */
export function BallotPreview({ designed: { draft }, ballot }: Props) {
  const { t } = useTranslation(["designer", "decisions"]);
  const language = useLanguage();
  const { method, settings, tieRule, texts } = draft;
  const titles = titlesOf(texts);
  const text = inLanguage(texts, language);
  const { Fields } = BALLOT_FORMS[ballot.shape];
  const labelOf = (id: string) => draft.options.find((option) => option.id === id)?.label ?? {};
  return (
    <Sheet
      level={2}
      kind={<KindLine of={draft} />}
      basis={draft.legalBasis}
      title={inLanguage(titles, language) ? <Words of={titles} /> : t("untitled")}
    >
      {draft.rehearsal && (
        <p>
          <Tag tone="ochre">{t("rehearsal.tag")}</Tag> {t("rehearsal.says")}
        </p>
      )}
      {text?.value.text && (
        <div lang={text.language} className="decision-text-body stack">
          {text.value.text.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </div>
      )}
      {method !== "resolution" && (
        <DeclaredRules
          method={method}
          rule={settings}
          tieRule={tieRule}
          options={draft.options.length}
        />
      )}
      {ballot.options.length > 0 && (
        <form className="ballot-form" onSubmit={(event) => event.preventDefault()}>
          <Fields
            page={{
              method,
              options: ballot.options.map((id) => ({ id, label: labelOf(id) })),
              optionOrder: ballot.options,
              ballot,
            }}
            legend={t("decisions:ballot.legend")}
            hint={t("preview.hint")}
            disabled={false}
          />
        </form>
      )}
    </Sheet>
  );
}
