import type { Refusal } from "#domain/kernel/result.ts";

/** What a form of the live session answers; `fields` come back so that nothing written is lost. */
export type ActAnswer =
  | { ok: true; intent: string; fields: Record<string, string>; result: unknown }
  | { ok: false; intent: string; fields: Record<string, string>; refusal: Refusal };
