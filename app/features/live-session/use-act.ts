import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { Refusal } from "#domain/kernel/result.ts";
import type { CommandMap, CommandType } from "#wire/commands.ts";
import type { ActAnswer } from "./act-answer.ts";
import { formPayload } from "./form-payload.ts";
import { useCommand } from "./use-command.ts";

type Payload<T extends CommandType> = CommandMap[T]["payload"];
type Result<T extends CommandType> = CommandMap[T]["result"];

export type Act = {
  /** The form to write the fields in: a plain POST without JavaScript. */
  Form: ReturnType<typeof useFetcher>["Form"];
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  pending: boolean;
  refusal: Refusal | undefined;
};

/**
 * One act of a person, as a form that is sent live where a socket works and posted where none
 * does. `onDone` hears of success either way; `onSend` of the attempt (to show it at once).
 */
export function useAct<T extends CommandType>(
  type: T,
  on: {
    send?: (payload: Payload<T>) => void;
    done?: ((result: Result<T>) => void) | undefined;
    fail?: (refusal: Refusal) => void;
  } = {},
): Act {
  const fetcher = useFetcher<ActAnswer>();
  const { canSend, send } = useCommand();
  const [sending, setSending] = useState(false);
  const [liveRefusal, setLiveRefusal] = useState<Refusal>();
  const heard = useRef<unknown>(undefined);

  const posted = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (!posted || heard.current === posted) return;
    heard.current = posted;
    if (posted.ok) on.done?.(posted.result as Result<T>);
    else on.fail?.(posted.refusal);
  }, [posted, on]);

  const sendLive = async (payload: Payload<T>) => {
    setSending(true);
    setLiveRefusal(undefined);
    const answer = await send(type, payload);
    setSending(false);
    if (answer.ok) {
      on.done?.(answer.result);
    } else {
      setLiveRefusal(answer.error);
      on.fail?.(answer.error);
    }
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending || fetcher.state !== "idle") return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const form = new FormData(event.currentTarget, submitter);
    const payload = formPayload(type, form) as Payload<T>;
    on.send?.(payload);
    if (canSend()) {
      void sendLive(payload);
    } else {
      form.set("enhanced", "1"); // answered with data; without it, with a redirect
      fetcher.submit(form, { method: "post" });
    }
  };

  return {
    Form: fetcher.Form,
    onSubmit,
    pending: sending || fetcher.state !== "idle",
    refusal: liveRefusal ?? (posted && !posted.ok ? posted.refusal : undefined),
  };
}
