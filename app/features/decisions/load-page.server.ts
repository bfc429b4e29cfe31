import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { inLanguage, type Language } from "#domain/kernel/languages.ts";
import { translator } from "#app/i18n/server.ts";
import type { DecisionPage, ElectorView } from "#wire/decisions.ts";

/** A decision in full and for whom its reader may vote. */
export type BallotPage = DecisionPage & { electors: ElectorView[] };

type Args = Pick<LoaderFunctionArgs, "params" | "context">;

/** The decision of the address, or the page that says there is none. */
export async function loadPage({ params, context }: Args): Promise<BallotPage> {
  const result = await context.api.decisions.page(context.actor, params.decisionId ?? "");
  if (!result.ok) throw data({ refusal: result.refusal }, { status: 404 });
  return result.value;
}

/** As `loadPage`, for somebody who is signed in: others are sent to sign in and come back. */
export async function loadOwnPage(args: Args): Promise<BallotPage> {
  if (args.context.actor.kind === "person") return loadPage(args);
  throw redirect(signInPath(args.params.decisionId ?? ""));
}

export function signInPath(decisionId: string): string {
  return `/sign-in?to=${encodeURIComponent(`/decisions/${decisionId}`)}`;
}

/** What the browser's tab says: the page, then the decision. */
export function tabTitle(language: Language, key: string, page: BallotPage): string {
  const title = inLanguage(page.title, language)?.value ?? "";
  return [translator(language).t(`decisions:${key}`), title, "Palabre"].filter(Boolean).join(" · ");
}
