import { useFetcher } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { CommandType } from "#wire/commands.ts";
import { Button, type ButtonTone } from "#app/ui/button.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { ActAnswer } from "./act-answer.ts";
import { type HiddenFields, Hidden } from "./act-form.tsx";
import "./act-form.css";

type PostedActProps = {
  act: CommandType;
  fields?: HiddenFields;
  label: ReactNode;
  tone?: ButtonTone;
  disabled?: boolean;
  /** Visible fields, above the button. */
  children?: ReactNode;
  /** Empties the fields once it is done: for what one writes again and again. */
  clears?: boolean;
};

/**
 * One act of a page that follows no room: it is posted, whatever its size, and the page is read
 * again after. Without JavaScript it is a plain form.
 */
export function PostedAct({ act, fields, label, tone = "quiet", ...rest }: PostedActProps) {
  const fetcher = useFetcher<ActAnswer>();
  const busy = fetcher.state !== "idle";
  const answer = busy ? undefined : fetcher.data;
  const form = useRef<HTMLFormElement>(null);
  const { clears } = rest;
  useEffect(() => {
    if (clears && answer?.ok) form.current?.reset();
  }, [clears, answer]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const fields = new FormData(event.currentTarget);
    fields.set("enhanced", "1"); // answered with data; without it, with a redirect
    fetcher.submit(fields, { method: "post" });
  };
  return (
    <fetcher.Form ref={form} method="post" className="act-form" onSubmit={onSubmit}>
      <Hidden intent={act} fields={fields} />
      {rest.children}
      <Button tone={tone} disabled={rest.disabled} busy={busy}>
        {label}
      </Button>
      {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
    </fetcher.Form>
  );
}
