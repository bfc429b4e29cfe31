import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CommandMap, CommandType } from "#wire/commands.ts";
import { Button, type ButtonTone } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { useAct } from "./use-act.ts";
import "./act-form.css";
import { useIsCut } from "./use-is-cut.ts";

/** Fields that a form carries without showing them. */
export type HiddenFields = Record<string, string>;

export function Hidden({ intent, fields }: { intent: CommandType; fields?: HiddenFields }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

type ActFormProps<T extends CommandType> = {
  act: T;
  fields?: HiddenFields;
  label: ReactNode;
  /** What the act is about: said after the label where the label alone is not enough. */
  about?: string;
  tone?: ButtonTone;
  /** The key that presses it, named to assistive technology. */
  shortcut?: string;
  disabled?: boolean;
  /** Visible fields, above the button. */
  children?: ReactNode;
  className?: string;
  onDone?: (result: CommandMap[T]["result"]) => void;
};

/** What a button says, and what only those who listen need to be told besides. */
export function ActLabel({ label, about }: { label: ReactNode; about: string | undefined }) {
  return (
    <span>
      {label}
      {about && <span className="for-ears"> {about}</span>}
    </span>
  );
}

/** One act with its button: live where a socket works, a plain form everywhere. */
export function ActForm<T extends CommandType>(props: ActFormProps<T>) {
  const { act, fields, label, about, tone = "quiet", disabled, children, onDone } = props;
  const { t } = useTranslation("live-session");
  const cut = useIsCut();
  const { Form, onSubmit, pending, refusal } = useAct(act, { done: onDone });

  return (
    <Form method="post" className={props.className ?? "act-form"} onSubmit={onSubmit}>
      <Hidden intent={act} fields={fields} />
      {children}
      <Button tone={tone} disabled={disabled} busy={pending} aria-keyshortcuts={props.shortcut}>
        <ActLabel label={label} about={about} />
      </Button>
      {pending && cut && (
        <p className="small" role="status">
          {t("act.waiting")}
        </p>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
    </Form>
  );
}

/** An act that cannot be undone: the button only opens its explanation and the real button. */
export function ConfirmAct<T extends CommandType>({
  summary,
  why,
  opener = "quiet",
  open,
  ...form
}: ActFormProps<T> & {
  summary: ReactNode;
  why: ReactNode;
  opener?: ButtonTone;
  open?: boolean;
}) {
  return (
    <Confirm label={summary} why={why} tone={opener} open={open}>
      <ActForm {...form} />
    </Confirm>
  );
}
