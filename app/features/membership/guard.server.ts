import { type AppLoadContext, data, redirect } from "@remix-run/node";
import type { Refusal, Result } from "#domain/kernel/result.ts";

/** The value, or the way in, or the page that says why there is none. */
export function valueOrLeave<T>(result: Result<T>, request: Request, context: AppLoadContext): T {
  if (result.ok) return result.value;
  if (context.actor.kind !== "person") {
    const { pathname, search } = new URL(request.url);
    throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
  }
  const status = result.refusal.code === "not-found" ? 404 : 403;
  throw data({ refusal: result.refusal }, { status });
}

/** What a form of these pages gets back. */
export type FormAnswer = { intent: string; refusal?: Refusal; code?: string; minutes?: number };

/** Back to the page (so that reloading does not act twice), or why not. */
export function doneOrRefused(request: Request, intent: string, result: Result<unknown>) {
  if (!result.ok) return refusedForm(intent, result.refusal);
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("index");
  searchParams.set("done", intent);
  return redirect(`${pathname}?${searchParams.toString()}`);
}

export function refusedForm(intent: string, refusal: Refusal) {
  return data<FormAnswer>(
    { intent, refusal },
    { status: refusal.code === "not-allowed" ? 403 : 422 },
  );
}
