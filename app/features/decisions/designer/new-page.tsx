import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { languageName } from "#app/i18n/format.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckBox } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { DesignerAssembly } from "#wire/decision-designer.ts";
import { DecisionList } from "./decision-list.tsx";
import { MethodChoice } from "./method-choice.tsx";
import "./designer.css";

type Props = { assembly: DesignerAssembly; refusal?: Refusal };

/** The decisions of an assembly, for those who prepare them, and the beginning of a new one. */
export function NewDecisionPage({ assembly, refusal }: Props) {
  const { t } = useTranslation("designer");
  const language = useLanguage();
  return (
    <Page
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      title={t("new.title")}
      lead={<p>{t("new.lead")}</p>}
    >
      {refusal && <RefusalNote refusal={refusal} />}
      {assembly.decisions.length > 0 && (
        <Section title={t("list.title")}>
          <DecisionList decisions={assembly.decisions} />
        </Section>
      )}
      {assembly.phase !== "closed" && (
        <Section title={t("new.begin")}>
          <Form method="post" className="stack designer-form">
            <input type="hidden" name="assemblyId" value={assembly.id} />
            <Field
              name="title"
              label={t("new.name")}
              help={t("new.nameHelp", { language: languageName(language, language) })}
              maxLength={200}
            />
            <MethodChoice chosen="resolution" />
            <CheckBox name="rehearsal" label={t("vote.rehearsal")} help={t("vote.rehearsalHelp")} />
            <Button>{t("new.create")}</Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}
