import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { refuse, type Result } from "#domain/kernel/result.ts";
import { MOST_LISTED } from "#domain/decisions/electorate.ts";
import { textField } from "#app/features/sign-in/answer-form.server.ts";
import { DESIGNER_ACTS, type PastedLine } from "#wire/decision-designer.ts";
import type { DesignerAnswer } from "./designer-answer.ts";
import { refused } from "./refused.server.ts";

/** Changes the list of an electorate; pasted numbers are answered line by line. */
export async function answerList(args: ActionFunctionArgs, form: FormData) {
  const { request } = args;
  const intent = textField(form, "intent");
  if (intent === "list-paste") {
    const pasted = await paste(args, textField(form, "numbers"));
    return pasted.ok ? data<DesignerAnswer>({ pasted: pasted.value }) : refused(pasted.refusal);
  }
  const done = await (intent === "list-clear" ? clear(args) : change(args, form));
  if (!done.ok) return refused(done.refusal);
  const { pathname, search } = new URL(request.url);
  return redirect(`${pathname}${search}#list`);
}

function change(
  { params, context }: ActionFunctionArgs,
  form: FormData,
): Promise<Result<null>> | Result<null> {
  const parsed = DESIGNER_ACTS["draft.change-list"].safeParse({
    decisionId: params["decisionId"],
    add: textField(form, "add") || undefined,
    remove: textField(form, "remove") || undefined,
  });
  if (!parsed.success) return refuse("bad-input");
  return context.api.decisions.designer.changeList(context.actor, parsed.data);
}

function clear({ params, context }: ActionFunctionArgs): Promise<Result<null>> | Result<null> {
  const parsed = DESIGNER_ACTS["draft.clear-list"].safeParse({ decisionId: params["decisionId"] });
  if (!parsed.success) return refuse("bad-input");
  return context.api.decisions.designer.clearList(context.actor, parsed.data);
}

function paste(
  { params, context }: ActionFunctionArgs,
  text: string,
): Promise<Result<PastedLine[]>> | Result<PastedLine[]> {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > MOST_LISTED) return refuse("too-large");
  const parsed = DESIGNER_ACTS["draft.paste-list"].safeParse({
    decisionId: params["decisionId"],
    lines,
  });
  if (!parsed.success) return refuse("bad-input");
  return context.api.decisions.designer.pasteList(context.actor, parsed.data);
}
