import { type AppLoadContext, data, redirect } from "@remix-run/node";
import type { Refusal, Result } from "#domain/kernel/result.ts";

/** What a sign-in form gets back when it did not open: why, and what was typed besides secrets. */
export type SignInAnswer = { intent: string; refusal: Refusal; address?: string };

const STATUS: Partial<Record<string, number>> = { "too-many-requests": 429, "not-allowed": 403 };

export function refused(intent: string, refusal: Refusal, address?: string) {
  return data<SignInAnswer>({ intent, refusal, address }, { status: STATUS[refusal.code] ?? 422 });
}

/** Keeps the session in this browser and goes on, or says why not. */
export function enterOrRefuse(
  { sessions }: AppLoadContext,
  intent: string,
  result: Result<{ sessionId: string }>,
  to: string,
  address?: string,
) {
  if (!result.ok) return refused(intent, result.refusal, address);
  return redirect(to, { headers: { "Set-Cookie": sessions.keep(result.value.sessionId) } });
}
