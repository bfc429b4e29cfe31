import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TEXT_LIMITS } from "#wire/codev-session.ts";
import { TextArea } from "#app/ui/field.tsx";
import { QueuedForm } from "./queued-form.tsx";
import { usePut } from "./use-device.ts";

// The wire module brings zod along; its type keeps the number in step with it.
const MOST: (typeof TEXT_LIMITS)["notes"] = 4_000;
/** A pause in typing after which it is kept (ms). */
const PAUSE_MS = 700;

export type NoteKind = "notepad" | "plan" | "pair-notes";

type OwnNoteProps = {
  sessionId: string;
  about: NoteKind;
  text: string;
  /** Something of this device has not been sent yet. */
  waits: boolean;
  rows?: number;
};

/** Notes that only their author reads: kept while one types, and by a button without scripts. */
export function OwnNote({ sessionId, about, text, waits, rows = 6 }: OwnNoteProps) {
  const { t } = useTranslation("codev-session");
  const put = usePut();
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [typing, setTyping] = useState(false);
  const [touched, setTouched] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  // What this device kept comes after the page; nobody's typing is written over.
  useEffect(() => {
    const field = box.current?.querySelector("textarea");
    if (field && !touched) field.value = text;
  }, [text, touched]);

  const typed = (now: string) => {
    setTouched(true);
    setTyping(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      put("codev-session.note", { about, text: now });
      setTyping(false);
    }, PAUSE_MS);
  };
  const state = typing ? "typing" : waits ? "waiting" : "kept";
  return (
    <div ref={box}>
      <QueuedForm act="codev-session.note" fields={{ sessionId, about }} label={t("note.keep")}>
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
          {touched && t(`note.${state}`)}
        </p>
      </QueuedForm>
    </div>
  );
}
