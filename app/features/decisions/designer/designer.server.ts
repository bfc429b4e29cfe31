import { isDeepStrictEqual } from "node:util";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { inLanguage } from "#domain/kernel/languages.ts";
import { refuse, type Result } from "#domain/kernel/result.ts";
import { ballotOf } from "#domain/decisions/ballot-of.ts";
import { MOST_RANKED_OPTIONS } from "#domain/decisions/rankings.ts";
import { shownElectorate } from "#domain/decisions/electorate.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { textField } from "#app/features/sign-in/answer-form.server.ts";
import { translator } from "#app/i18n/server.ts";
import {
  DESIGNER_ACTS,
  type DesignedDraft,
  type DesignerInput,
  ELECTORATE,
  type PersonList,
} from "#wire/decision-designer.ts";
import { answerList } from "./answer-list.server.ts";
import type { DesignerAnswer } from "./designer-answer.ts";
import { moveNamed } from "./option-moves.ts";
import { refused } from "./refused.server.ts";
import { type DraftPart, methodPart, READ_STEP, readElectorate } from "./read-part.server.ts";
import { titlesOf } from "./titles-of.ts";
import { stepAfter, stepNamed, type Step } from "./steps.ts";

/** The assembly of the address with its decisions, for whoever may prepare one. */
export async function loadNew({ request, context }: LoaderFunctionArgs) {
  const slug = new URL(request.url).searchParams.get("assembly") ?? "";
  const found = await context.api.decisions.designer.assembly(context.actor, slug);
  const { t } = translator(context.language);
  return { title: t("designer:new.title"), assembly: valueOrLeave(found, request, context) };
}

/** A draft, the step of the address, and what its ballot may say. */
export async function loadEdit(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const found = await readDraft(args);
  if (!found.ok && found.refusal.code === "wrong-phase") {
    throw redirect(`/decisions/${args.params["decisionId"]}`); // no draft any more
  }
  const designed = valueOrLeave(found, request, context);
  const { draft } = designed;
  const { searchParams } = new URL(request.url);
  const step = stepNamed(searchParams.get("step"), draft.method);
  const query = searchParams.get("q") ?? "";
  const untitled: string = translator(context.language).t("designer:untitled");
  return {
    title: inLanguage(titlesOf(draft.texts), context.language)?.value ?? untitled,
    // Whom the electorate lists is shown a page at a time: the list may be five thousand ids long.
    designed: { ...designed, draft: { ...draft, electorate: shownElectorate(draft.electorate) } },
    step,
    query,
    people: step === "electorate" ? await readPeople(args, query) : undefined,
    ballot: ballotOf({
      method: draft.method,
      rule: draft.settings,
      options: draft.options.flatMap(({ id }) => id ?? []),
      maxChoices: draft.maxChoices ?? undefined,
      minChoices: draft.minChoices ?? undefined,
    }),
  };
}

async function readPeople(
  { params, request, context }: LoaderFunctionArgs,
  query: string,
): Promise<PersonList> {
  const decisionId = params["decisionId"] ?? "";
  const found = await context.api.decisions.designer.list(context.actor, { decisionId, query });
  return valueOrLeave(found, request, context);
}

function readDraft({ params, context }: Pick<LoaderFunctionArgs, "params" | "context">) {
  return context.api.decisions.designer.draft(context.actor, params["decisionId"] ?? "");
}

/** Begins a draft, or lets a rehearsal begin again. */
export async function answerNew({ request, context }: ActionFunctionArgs) {
  const { designer } = context.api.decisions;
  const form = await request.formData();
  if (textField(form, "intent") === "reset") {
    const decisionId = textField(form, "decisionId");
    const reset = await context.api.decisions.reset(context.actor, { decisionId });
    return reset.ok ? redirect(editPath(decisionId, "check")) : refused(reset.refusal);
  }
  const parsed = DESIGNER_ACTS["draft.create"].safeParse({
    ...methodPart("resolution"),
    ...READ_STEP.method(
      form,
      { method: "resolution", settings: {}, tieRule: "not_adopted", electorate: {} },
      context.language,
    ),
    assemblyId: textField(form, "assemblyId"),
    texts: { [context.language]: { title: textField(form, "title"), text: "" } },
    rehearsal: form.has("rehearsal"),
  });
  const made = parsed.success
    ? await designer.create(context.actor, parsed.data)
    : refuse("bad-input");
  return made.ok ? redirect(editPath(made.value.decisionId, "texts")) : refused(made.refusal);
}

/** Keeps what a step says, counts an electorate, copies into a rehearsal, deletes. */
export async function answerEdit(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await request.formData();
  const found = valueOrLeave(await readDraft(args), request, context);
  switch (textField(form, "intent")) {
    case "count":
      return countElectorate(args, found, form);
    case "list-change":
    case "list-clear":
    case "list-paste":
      return answerList(args, form);
    case "rehearse":
      return rehearse(args, found);
    case "delete":
      return remove(args, found);
    default:
      return save(args, found, form);
  }
}

async function save(
  { request, context }: ActionFunctionArgs,
  found: DesignedDraft,
  form: FormData,
) {
  const { decisionId, draft } = found;
  const step = stepNamed(new URL(request.url).searchParams.get("step"), draft.method);
  const typed = READ_STEP[step](form, draft, context.language);
  const parsed = DESIGNER_ACTS["draft.update"].safeParse({ decisionId, ...changed(typed, draft) });
  const saved: Result<unknown> = parsed.success
    ? await context.api.decisions.designer.update(context.actor, parsed.data)
    : refuse(hasTooManyOptions(typed) ? "too-large" : "bad-input");
  if (!saved.ok) return refused(saved.refusal, typed);
  const { method = draft.method } = typed as DesignerInput<"draft.update">;
  const intent = textField(form, "intent");
  const move = moveNamed(intent);
  if (move) {
    const moved = textField(form, `id.${move.row}`);
    return redirect(`${editPath(decisionId, step)}#option-${moved}`);
  }
  return redirect(editPath(decisionId, intent === "stay" ? step : stepAfter(step, method)));
}

function hasTooManyOptions({ options }: DraftPart): boolean {
  return Array.isArray(options) && options.length > MOST_RANKED_OPTIONS;
}

/** Only these are sent: an urn, and ballots that were given out, rest on what stays the same. */
function changed(typed: DraftPart, draft: DesignedDraft["draft"]): DraftPart {
  const before: DraftPart = draft;
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([part, value]) => !isDeepStrictEqual(value, before[part as keyof DraftPart]),
    ),
  );
}

async function countElectorate(
  { context }: ActionFunctionArgs,
  { assembly, draft }: DesignedDraft,
  form: FormData,
) {
  const electorate = ELECTORATE.safeParse(readElectorate(form, draft.electorate));
  if (!electorate.success) return refused({ code: "bad-input" });
  const picks = await context.api.decisions.designer.countElectorate(context.actor, {
    assemblyId: assembly.id,
    electorate: electorate.data,
  });
  return picks.ok ? data<DesignerAnswer>({ picks: picks.value }) : refused(picks.refusal);
}

async function rehearse({ context }: ActionFunctionArgs, { decisionId }: DesignedDraft) {
  const copy = await context.api.decisions.designer.rehearse(context.actor, { decisionId });
  return copy.ok ? redirect(editPath(copy.value.decisionId, "check")) : refused(copy.refusal);
}

async function remove({ context }: ActionFunctionArgs, { decisionId, assembly }: DesignedDraft) {
  const gone = await context.api.decisions.designer.remove(context.actor, { decisionId });
  return gone.ok ? redirect(`/decisions/new?assembly=${assembly.slug}`) : refused(gone.refusal);
}

function editPath(decisionId: string, step: Step): string {
  return `/decisions/${decisionId}/edit?step=${step}`;
}
