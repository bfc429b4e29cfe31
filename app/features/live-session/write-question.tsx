import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import {
  kindsAskedIn,
  QUESTION_MAX,
  QUESTION_MIN,
  REFUSAL_REASONS,
} from "#domain/live-session/question.ts";
import { takesSupport } from "#domain/live-session/rounds.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { MergePatch } from "#wire/merge-patch.ts";
import { languageName } from "#app/i18n/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Select, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { ActAnswer } from "./act-answer.ts";
import { Hidden } from "./act-form.tsx";
import { textField } from "./form-field.ts";
import { MemberFold } from "./member-fold.tsx";
import { NameLevels } from "./questions/name-level.tsx";
import { SiteField } from "./questions/site-field.tsx";
import { agendaInOrder } from "./session-lists.ts";
import { SimilarQuestions } from "./similar-questions.tsx";
import { useAct } from "./use-act.ts";
import { useDraft } from "./use-draft.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useIsCut } from "./use-is-cut.ts";
import { useWords } from "./use-words.ts";

const DRAFT_FIELDS = ["text", "kind", "itemId", "siteId", "language", "nameLevel"];

type WriteQuestionProps = {
  view: SessionView;
  supports: Record<string, true>;
  patchMine: (changes: MergePatch) => void;
  /** What a plain form brought back: nothing that was written is lost. */
  answer: ActAnswer | undefined;
};

/** Where a member writes a question. Its fields are the browser's own; nothing live touches them. */
export function WriteQuestion({ view, supports, patchMine, answer }: WriteQuestionProps) {
  const { t } = useTranslation("live-session");
  const form = useRef<HTMLFormElement>(null);
  const { id: assemblyId, questionsOpen } = view.assembly;
  const draft = useDraft(form, `palabre:question:${assemblyId}`, DRAFT_FIELDS);
  const [sent, setSent] = useState(false);
  const [text, setText] = useState("");
  const { Form, onSubmit, pending, refusal } = useAct("question.write", {
    done: () => {
      draft.clear();
      setText("");
      setSent(true);
    },
  });
  const cut = useIsCut();

  return (
    <MemberFold id="write" title={t("write.heading")} open={draft.restored || isAnswered(answer)}>
      {!questionsOpen && <Notice tone="wait">{t("write.closed")}</Notice>}
      <Form
        method="post"
        className="write-form act-form"
        ref={form}
        onSubmit={onSubmit}
        onInput={(event) => {
          setSent(false);
          setText(textField(new FormData(event.currentTarget), "text"));
        }}
      >
        <Hidden intent="question.write" fields={{ assemblyId }} />
        <QuestionFields view={view} written={writtenBefore(answer)}>
          <SimilarQuestions
            assemblyId={assemblyId}
            text={text}
            form={form}
            answer={answer}
            supports={supports}
            open={takesSupport(view.questioning.mode, view.questioning.stage)}
            patchMine={patchMine}
          />
        </QuestionFields>
        <Button busy={pending} disabled={!questionsOpen}>
          {t(pending ? "write.sending" : "write.send")}
        </Button>
        {(draft.restored || text !== "") && (
          <Button
            type="button"
            tone="quiet"
            onClick={() => {
              draft.clear();
              setText("");
            }}
          >
            {t("write.clear")}
          </Button>
        )}
        <div role="status">
          {draft.restored && <p>{t("write.restored")}</p>}
          {pending && cut && <Notice tone="wait">{t("write.waiting")}</Notice>}
          {sent && (
            <Notice tone="done">
              {t("write.sent")} <a href="#mine">{t("write.follow")}</a>
            </Notice>
          )}
        </div>
        {refusal && <RefusalNote refusal={refusal} />}
      </Form>
      <ModerationRules />
    </MemberFold>
  );
}

/** A plain form of this part of the page came back. */
function isAnswered(answer: ActAnswer | undefined): answer is ActAnswer {
  return answer?.intent === "question.write" || answer?.intent === "question.similar";
}

function writtenBefore(answer: ActAnswer | undefined): Record<string, string> {
  return isAnswered(answer) ? answer.fields : {};
}

type QuestionFieldsProps = {
  view: SessionView;
  written: Record<string, string>;
  /** Shown right under what is being written. */
  children: ReactNode;
};

function QuestionFields({ view, written, children }: QuestionFieldsProps) {
  const { t } = useTranslation(["live-session", "questions"]);
  const words = useWords();
  const language = useLanguage();
  return (
    <>
      <TextArea
        name="text"
        label={t("write.text")}
        help={t("write.textHelp")}
        defaultValue={written["text"]}
        minLength={QUESTION_MIN}
        maxLength={QUESTION_MAX}
      />
      {children}
      <Choices legend={t("write.kind")}>
        {kindsAskedIn(view.assembly.id).map((kind) => (
          <Choice
            key={kind}
            name="kind"
            value={kind}
            label={t(`question.kind.${kind}`)}
            help={t(`question.kindHelp.${kind}`)}
            defaultChecked={kind === (written["kind"] ?? "open")}
          />
        ))}
      </Choices>
      <Select
        name="itemId"
        required={false}
        label={t("write.item")}
        defaultValue={written["itemId"] ?? view.assembly.currentItemId ?? ""}
        options={[
          { value: "", label: t("write.itemGeneral") },
          ...agendaInOrder(view).map((item) => ({
            value: item.id,
            label: `${String(item.position)}. ${words(item.title)}`,
          })),
        ]}
      />
      <Select
        name="language"
        label={t("write.language")}
        defaultValue={written["language"] ?? language}
        options={LANGUAGES.map((one) => ({ value: one, label: languageName(one) }))}
      />
      <SiteField
        sites={view.questioning.sites}
        chosen={written["siteId"]}
        none={t("questions:place.here")}
      />
      <NameLevels written={written["nameLevel"]} assemblyId={view.assembly.id} />
    </>
  );
}

/** Said beforehand: that there is moderation, and every reason it may give (rules §4.2). */
function ModerationRules() {
  const { t } = useTranslation("live-session");
  return (
    <details>
      <summary>{t("write.moderationTitle")}</summary>
      <p>{t("write.moderationNote")}</p>
      <ul>
        {REFUSAL_REASONS.map((reason) => (
          <li key={reason}>{t(`reason.${reason}`)}</li>
        ))}
      </ul>
    </details>
  );
}
