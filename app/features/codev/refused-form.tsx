import { useActionData } from "@remix-run/react";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { RefusalNote } from "#app/ui/refusal-note.tsx";

/** Why a form was refused that was sent without scripts: at the head of the page it comes back to. */
export function RefusedForm() {
  const answer = useActionData<ActAnswer>();
  return answer && !answer.ok ? <RefusalNote refusal={answer.refusal} /> : null;
}
