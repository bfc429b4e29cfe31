import { useTranslation } from "react-i18next";
import type { QuestionView } from "#wire/live-session.ts";
import type { MergePatch } from "#wire/merge-patch.ts";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { Hidden } from "./act-form.tsx";
import { isSupportable } from "./session-lists.ts";
import { useIsCut } from "./use-is-cut.ts";
import { useAct } from "./use-act.ts";
import "./support-button.css";

type SupportButtonProps = {
  question: QuestionView;
  supported: boolean;
  /** Voices are taken now. */
  open: boolean;
  /** Shows the own support at once; the count follows from the room. */
  patchMine: (changes: MergePatch) => void;
};

/** Gives a question one voice, or takes it back. */
export function SupportButton({ question, supported, open, patchMine }: SupportButtonProps) {
  const { t } = useTranslation("live-session");
  const show = (on: boolean) => patchMine({ supports: { [question.id]: on ? true : null } });
  const { Form, onSubmit, pending, refusal } = useAct("question.support", {
    send: ({ on }) => show(on),
    // Once more: a room joined again in between has forgotten it.
    done: ({ on }) => show(on),
    fail: () => show(supported),
  });
  const cut = useIsCut();
  const { number } = question;
  if (!open && !supported && question.supports === undefined) return null;

  return (
    <Form method="post" className="support" onSubmit={onSubmit}>
      <Hidden
        intent="question.support"
        fields={{ questionId: question.id, on: String(!supported) }}
      />
      <button
        type="submit"
        className="support-button"
        aria-pressed={supported}
        disabled={!open || !isSupportable(question)}
        aria-busy={pending}
      >
        <svg className="support-mark" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 20V9m0 0-5 5m5-5 5 5M5 5h14" />
        </svg>
        <span>
          {t(supported ? "list.supporting" : "list.support")}
          <span className="for-ears"> {t("question.number", { number })}</span>
        </span>
      </button>
      {question.supports !== undefined && (
        <span className="support-count">
          {t("question.supports", { count: question.supports })}
        </span>
      )}
      {pending && cut && <span className="small">{t("act.waiting")}</span>}
      {refusal && <RefusalNote refusal={refusal} />}
    </Form>
  );
}
