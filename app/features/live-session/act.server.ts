import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import type { CommandType } from "#wire/commands.ts";
import type { Refusal } from "#domain/kernel/result.ts";
import type { ActAnswer } from "./act-answer.ts";
import { textField } from "./form-field.ts";
import { formPayload } from "./form-payload.ts";

/**
 * Answers a form of the live session: the very command a socket would send, parsed by the same
 * schema and run by the same use-case. A plain form is sent back to its page, so that reloading
 * does not act twice; an enhanced one gets data.
 */
export async function answerForm({ request, context }: ActionFunctionArgs) {
  const { actor, api } = context;
  if (actor.kind !== "person") return redirect(signInPath(request));
  const form = await request.formData();
  // A second submit button of a form names its own act after the form's.
  const intent = textField(form, "intent");
  const fields = textFields(form);
  const refused = (refusal: Refusal) =>
    data<ActAnswer>({ ok: false, intent, fields, refusal }, { status: 422 });

  const commands = { ...api.liveSession.commands, ...api.decisions.commands };
  const command = Object.hasOwn(commands, intent) ? commands[intent] : undefined;
  if (!command) return refused({ code: "unknown-command" });
  const parsed = command.schema.safeParse(formPayload(intent as CommandType, form));
  if (!parsed.success) return refused({ code: "bad-input" });
  const result = await command.handle(actor, parsed.data, randomUUID());
  if (!result.ok) return refused(result.refusal);

  // A search changes nothing: its answer is shown on the very page that asked.
  if (!form.has("enhanced") && intent !== "question.similar") return redirect(here(request));
  return data<ActAnswer>({ ok: true, intent, fields, result: result.value ?? {} });
}

function textFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function here(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("index");
  return url.pathname + url.search;
}

/** Where somebody who is not signed in is sent; they come back to this page. */
export function signInPath(request: Request): string {
  return `/sign-in?to=${encodeURIComponent(here(request))}`;
}
