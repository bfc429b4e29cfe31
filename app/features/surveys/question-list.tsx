import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { DesignPage } from "#wire/survey-pages.ts";

/** The questions in their order; before the launch they move and go. */
export function QuestionList({ page }: { page: DesignPage }) {
  const { t } = useTranslation("surveys");
  const { survey, questionnaire } = page;
  const { questions } = questionnaire;
  if (questions.length === 0) return <p className="muted">{t("design.noQuestion")}</p>;
  return (
    <ol className="plain-list">
      {questions.map((question, at) => (
        <li key={question.id} className="survey-card">
          <p className="row">
            <Tag>{t(`kind.${question.kind}`)}</Tag>
            {question.kind === "single" && question.groups && (
              <Tag tone="lake">{t("design.groups")}</Tag>
            )}
          </p>
          <p className="survey-card-title">
            {at + 1}. <Words of={question.text} tagged />
          </p>
          <div className="row">
            {survey.phase !== "closed" && survey.phase !== "published" && (
              <Link to={`/surveys/${survey.slug}/design/${question.id}`}>
                {t("design.edit", { number: at + 1 })}
              </Link>
            )}
            {survey.phase === "draft" && (
              <Form method="post" reloadDocument className="row">
                <input type="hidden" name="revision" value={survey.revision} />
                <input type="hidden" name="questionId" value={question.id} />
                <input type="hidden" name="by" value="-1" />
                {at > 0 && (
                  <Button name="intent" value="move-question" tone="quiet">
                    {t("design.up", { number: at + 1 })}
                  </Button>
                )}
                <Button name="intent" value="delete-question" tone="quiet">
                  {t("design.delete", { number: at + 1 })}
                </Button>
              </Form>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
