import type { FormEvent, ReactNode } from "react";
import { Form } from "@remix-run/react";
import type { ActKind } from "#domain/codev/course.ts";
import type { SkipReason, Tag } from "#domain/codev/steps.ts";
import { Button, type ButtonTone } from "#app/ui/button.tsx";
import { ActLabel, Hidden, type HiddenFields } from "#app/features/live-session/act-form.tsx";
import { textField } from "#app/features/live-session/form-field.ts";
import { type Pressed, useDesk } from "./desk.ts";

type PressProps = {
  kind: ActKind;
  /** Of the act: minutes, personId, tag. */
  fields?: HiddenFields;
  label: ReactNode;
  /** Said after the label where it alone is not enough. */
  about?: string;
  tone?: ButtonTone;
  wide?: boolean;
  /** Whether it is held down already: of marks. */
  pressed?: boolean;
  className?: string;
  /** Visible fields, above the button. */
  children?: ReactNode;
};

/** One act of the desk: done at once on this device, and a plain form without scripts. */
export function Press({ kind, fields, label, about, tone = "quiet", ...rest }: PressProps) {
  const { sessionId, course, press } = useDesk();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    press({ kind, ...saidIn(new FormData(event.currentTarget)) });
  };
  return (
    <Form method="post" className={rest.className ?? "press"} onSubmit={onSubmit}>
      <Hidden
        intent="codev-session.act"
        fields={{ sessionId, kind, step: course.step, turn: String(course.turn), ...fields }}
      />
      {rest.children}
      <Button tone={tone} wide={rest.wide ?? false} aria-pressed={rest.pressed}>
        <ActLabel label={label} about={about} />
      </Button>
    </Form>
  );
}

/** What the fields of an act say beside its kind. */
function saidIn(form: FormData): Omit<Pressed, "kind"> {
  const given = (name: string) => textField(form, name);
  return {
    ...(given("minutes") ? { minutes: Number(given("minutes")), seen: Number(given("seen")) } : {}),
    ...(given("reason") ? { reason: given("reason") as SkipReason } : {}),
    ...(given("personId") ? { personId: given("personId") } : {}),
    ...(given("tag") ? { tag: given("tag") as Tag } : {}),
  };
}
