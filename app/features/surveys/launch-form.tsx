import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatNumber, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import type { DesignPage } from "#wire/survey-pages.ts";

/** From here on words, people and numbers are fixed; so it says first what will happen. */
export function LaunchForm({ page }: { page: DesignPage }) {
  const { t } = useTranslation("surveys");
  const language = useLanguage();
  const { survey, flaws, wouldAsk, translations, questionnaire } = page;
  const ready = translations.filter(({ whole, state }) => whole && state !== "waits");
  const numberOf = (id: string) => questionnaire.questions.findIndex((one) => one.id === id) + 1;
  return (
    <Section title={t("launch.title")}>
      {flaws.length > 0 && (
        <Notice tone="wait" title={t("launch.flaws")}>
          <ul>
            {flaws.map((flaw) => (
              <li key={JSON.stringify(flaw)}>
                {t(`launch.flaw.${flaw.kind}`, {
                  number: "question" in flaw ? numberOf(flaw.question) : 0,
                  language: "language" in flaw ? languageName(flaw.language, language) : "",
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {wouldAsk === undefined ? (
        <p>{t("launch.publishFirst")}</p>
      ) : (
        <>
          <p>
            {t("launch.wouldAsk", { count: wouldAsk, people: formatNumber(language, wouldAsk) })}{" "}
            {t("launch.languages", {
              languages: ready.map((one) => languageName(one.language, language)).join(", "),
            })}
          </p>
          {flaws.length === 0 && (
            <Confirm label={t("launch.open")} why={t("launch.why")} tone="primary">
              <Form method="post" reloadDocument className="stack">
                <input type="hidden" name="revision" value={survey.revision} />
                <Field
                  label={t("launch.closesAt")}
                  name="closesAt"
                  type="datetime-local"
                  min={`${page.today}T00:00`}
                />
                <Field
                  label={t("launch.draw")}
                  help={t("launch.drawHelp")}
                  name="draw"
                  type="number"
                  min={100}
                  optional
                />
                <Field label={t("launch.whoActs")} name="whoActs" maxLength={200} />
                <Field label={t("launch.answerBy")} name="answerBy" type="date" min={page.today} />
                <div>
                  <Button name="intent" value="launch">
                    {t("launch.now")}
                  </Button>
                </div>
              </Form>
            </Confirm>
          )}
        </>
      )}
    </Section>
  );
}
