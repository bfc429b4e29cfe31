import { randomUUID } from "node:crypto";
import { type AppLoadContext, data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import type { CommandType } from "#wire/commands.ts";
import type { CommandAnswer } from "#wire/protocol.ts";
import { type Refusal, refuse, type Result } from "#domain/kernel/result.ts";
import type { ActAnswer } from "./act-answer.ts";
import { textField } from "./form-field.ts";
import { formPayload } from "./form-payload.ts";

/** Where on its page a plain form lands when its trace is far from where it was filled in. */
const TRACES: Partial<Record<CommandType, string>> = { "question.write": "#mine" };

/** Acts whose page says what became of them: which field names it, and as what in the address. */
const ECHOES: Partial<Record<CommandType, { field: string; as: string }>> = {
  "programme.register": { field: "sessionId", as: "placed" },
  "programme.withdraw": { field: "sessionId", as: "placed" },
};

/**
 * Answers a form of the live session: the very command a socket would send, parsed by the same
 * schema and run by the same use-case. A plain form is sent back to its page, so that reloading
 * does not act twice; an enhanced one gets data. `read`: the form, where it was read before.
 */
export async function answerForm({ request, context }: ActionFunctionArgs, read?: FormData) {
  if (context.actor.kind !== "person") return redirect(signInPath(request));
  const form = read ?? (await request.formData());
  // A second submit button of a form names its own act after the form's.
  const intent = textField(form, "intent");
  const fields = textFields(form);
  const refused = (refusal: Refusal) =>
    data<ActAnswer>({ ok: false, intent, fields, refusal }, { status: 422 });

  const result = await runCommand(context, intent, formPayload(intent as CommandType, form));
  if (!result.ok) return refused(result.refusal);

  // A search changes nothing: its answer is shown on the very page that asked.
  if (!form.has("enhanced") && intent !== "question.similar") {
    return redirect(afterwards(request, intent as CommandType, fields));
  }
  return data<ActAnswer>({ ok: true, intent, fields, result: result.value ?? {} });
}

/** Answers a command that post-act.ts sent, as a socket would. */
export async function answerAct({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const payload = parsedJson(textField(form, "payload"));
  const result = await runCommand(context, textField(form, "type"), payload);
  const answer: CommandAnswer = result.ok
    ? { ok: true, result: result.value ?? {} }
    : { ok: false, error: result.refusal };
  return Response.json(answer);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no schema takes it
  }
}

/** Parses what a command carries and runs its use-case for whoever asks. */
async function runCommand(
  { actor, api }: AppLoadContext,
  type: string,
  payload: unknown,
): Promise<Result<unknown>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const command = Object.hasOwn(api.commands, type) ? api.commands[type] : undefined;
  if (!command) return refuse("unknown-command");
  const parsed = command.schema.safeParse(payload);
  if (!parsed.success) return refuse("bad-input");
  api.liveSession.actedByForm(actor);
  return command.handle(actor, parsed.data, randomUUID());
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

/** The page that a plain form goes back to. */
function afterwards(request: Request, intent: CommandType, fields: Record<string, string>): string {
  const echo = ECHOES[intent];
  if (!echo) return here(request) + (TRACES[intent] ?? "");
  const url = new URL(here(request), request.url);
  url.searchParams.set(echo.as, fields[echo.field] ?? "");
  return url.pathname + url.search;
}

/** Where somebody who is not signed in is sent; they come back to this page. */
export function signInPath(request: Request): string {
  return `/sign-in?to=${encodeURIComponent(here(request))}`;
}
