import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import { Button } from "#app/ui/button.tsx";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import { Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";

export type PersonaDoor = { key: string; name: string; language: string; summaryKey: string };

/** The invented people of the demo, each one click away. */
export function PersonaDoors({
  personas,
  refusal,
}: {
  personas: PersonaDoor[];
  refusal?: Refusal;
}) {
  const { t } = useTranslation(["sign-in", "personas"]);
  return (
    <Section title={t("demo.title")}>
      <p>{t("demo.lead")}</p>
      {refusal && <RefusalNote refusal={refusal} />}
      <ul className="persona-doors">
        {personas.map(({ key, name, language, summaryKey }) => (
          <li key={key} className="persona-door">
            <div>
              <p className="persona-name">
                {name} <LanguageTag language={language} />
              </p>
              <p className="muted small">{t(summaryKey)}</p>
            </div>
            <Form method="post" reloadDocument>
              <input type="hidden" name="key" value={key} />
              <Button
                name="intent"
                value="persona"
                tone="quiet"
                aria-label={t("demo.enterAs", { name })}
              >
                {t("demo.enter")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
