import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TEXT_LIMITS } from "#wire/codev-session.ts";
import { TextArea } from "#app/ui/field.tsx";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { useCommand } from "#app/features/live-session/use-command.ts";

// The wire module brings zod along; its type keeps the number in step with it.
const MOST: (typeof TEXT_LIMITS)["notes"] = 4_000;
/** A pause in typing after which it is kept (ms). */
const PAUSE_MS = 1_200;

export type NoteKind = "notepad" | "plan" | "pair-notes";

type OwnNoteProps = { sessionId: string; about: NoteKind; text: string; rows?: number };

/** Notes that only their author reads: kept while one types, and by a button without scripts. */
export function OwnNote({ sessionId, about, text, rows = 6 }: OwnNoteProps) {
  const { t } = useTranslation("codev-session");
  const { state, typed } = useKeeping(sessionId, about);
  return (
    <ActForm act="codev-session.note" fields={{ sessionId, about }} label={t("note.keep")}>
      <TextArea
        name="text"
        required={false}
        label={t(`note.${about}.label`)}
        help={t(`note.${about}.help`)}
        rows={rows}
        maxLength={MOST}
        defaultValue={text}
        onInput={(event) => typed(event.currentTarget.value)}
      />
      <p className="small muted" role="status">
        {state && t(`note.${state}`)}
      </p>
    </ActForm>
  );
}

type Keeping = "typing" | "kept" | "failed";

/** Sends the latest text after a pause, one at a time; while the network is away it waits. */
function useKeeping(sessionId: string, about: NoteKind) {
  const { canSend, send } = useCommand();
  const [state, setState] = useState<Keeping>();
  const latest = useRef<string>();
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  const keep = async () => {
    if (busy.current || latest.current === undefined || !canSend()) return;
    busy.current = true;
    const text = latest.current;
    latest.current = undefined;
    const answer = await send("codev-session.note", { sessionId, about, text });
    busy.current = false;
    if (latest.current === undefined) setState(answer.ok ? "kept" : "failed");
    else void keep();
  };
  const typed = (text: string) => {
    latest.current = text;
    setState("typing");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), PAUSE_MS);
  };
  return { state, typed };
}
