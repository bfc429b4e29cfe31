import { type AppLoadContext, data, redirect } from "@remix-run/node";
import type { z } from "zod";
import { answerForm } from "#app/features/sign-in/answer-form.server.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { Refused, Typed } from "./form-state.tsx";

type Forms = Record<string, z.ZodType>;
type Handle = (actor: Actor, input: unknown) => Promise<Result<unknown>>;
type Handlers<F extends Forms> = {
  [I in keyof F]: (actor: Actor, input: z.infer<F[I]>) => Promise<Result<unknown>>;
};

/**
 * Answers a form of these pages: back to the page (or to `next`), so that reloading does not act
 * twice; refused, with what was typed.
 */
export async function answerForms<F extends Forms>(
  { request, context }: { request: Request; context: AppLoadContext },
  forms: F,
  handlers: Handlers<F>,
  next?: (value: unknown) => string,
) {
  const form = await request.formData();
  const typed: Typed = {};
  for (const [name, value] of form) if (typeof value === "string") typed[name] = value;
  const back = (result: Result<unknown>) =>
    result.ok
      ? redirect(next?.(result.value) ?? here(request))
      : data<Refused>({ refusal: result.refusal, typed }, { status: 422 });
  const bound = Object.fromEntries(
    Object.entries(handlers as Record<string, Handle>).map(([intent, handle]) => [
      intent,
      async (input: unknown) => back(await handle(context.actor, input)),
    ]),
  ) as { [I in keyof F]: (input: z.infer<F[I]>) => Promise<ReturnType<typeof back>> };
  return answerForm(forms, form, bound, () => back({ ok: false, refusal: { code: "bad-input" } }));
}

function here(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("index");
  searchParams.set("done", "1");
  return `${pathname}?${searchParams.toString()}`;
}
