import { Form } from "@remix-run/react";
import type { FormEvent, ReactNode } from "react";
import { Button, type ButtonTone } from "#app/ui/button.tsx";
import { ActLabel, Hidden, type HiddenFields } from "#app/features/live-session/act-form.tsx";
import { formPayload } from "#app/features/live-session/form-payload.ts";
import type { SessionCommand } from "./device-queue.ts";
import { usePut } from "./use-device.ts";

type QueuedFormProps = {
  act: SessionCommand;
  fields: HiddenFields;
  label: ReactNode;
  /** Said after the label where it alone is not enough. */
  about?: string;
  tone?: ButtonTone;
  /** Visible fields, above the button. */
  children?: ReactNode;
  onDone?: () => void;
};

/** One act of a session: done at once on this device, with or without a network; a plain form without scripts. */
export function QueuedForm({
  act,
  fields,
  label,
  about,
  tone = "quiet",
  ...rest
}: QueuedFormProps) {
  const put = usePut();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    put(act, formPayload(act, new FormData(event.currentTarget)));
    rest.onDone?.();
  };
  return (
    <Form method="post" className="act-form" onSubmit={onSubmit}>
      <Hidden intent={act} fields={fields} />
      {rest.children}
      <Button tone={tone}>
        <ActLabel label={label} about={about} />
      </Button>
    </Form>
  );
}
