import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { QuestionView, SessionView } from "#wire/live-session.ts";
import { isPublic } from "#domain/live-session/question.ts";
import { Field, Select } from "#app/ui/field.tsx";
import { Fold } from "./fold.tsx";
import { ActForm } from "./act-form.tsx";
import { findQuestions, publishedInOrder } from "./session-lists.ts";

/** Longer texts are cut in the list of questions to choose from (characters). */
const EXCERPT = 90;

/**
 * Merging into another question: the most alike first, narrowed down by number or words. A
 * statutory question merges only into another one, or it would be buried with it (rules §1.7).
 */
export function MergeForm({ question, view }: { question: QuestionView; view: SessionView }) {
  const { t } = useTranslation("live-session");
  const [words, setWords] = useState("");
  const targets = mergeTargets(view, question, words);
  return (
    <Fold label={t("moderation.merge")} shortcut="M">
      <p>{t("moderation.mergeWhy")}</p>
      <Field
        label={t("moderation.mergeSearch")}
        type="search"
        optional
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {targets.length === 0 ? (
        <p role="status">{t("moderation.mergeNone")}</p>
      ) : (
        <ActForm
          act="question.merge"
          fields={{ questionId: question.id }}
          label={t("moderation.mergeConfirm")}
          tone="primary"
        >
          <Select
            name="intoId"
            label={t("moderation.mergeSelect")}
            options={targets.map((target) => ({
              value: target.id,
              label: `${String(target.number ?? "")} · ${excerpt(target.text)}`,
            }))}
          />
        </ActForm>
      )}
    </Fold>
  );
}

function mergeTargets(view: SessionView, question: QuestionView, words: string): QuestionView[] {
  const alike = findQuestions(view, words || question.text, question.id);
  const all = words ? alike : [...new Set([...alike, ...publishedInOrder(view)])];
  return all.filter(
    (target) =>
      target.id !== question.id &&
      isPublic(target.state) &&
      (question.kind !== "statutory" || target.kind === "statutory"),
  );
}

function excerpt(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}
