import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  decodeBallot,
  encodeBallot,
  type BallotContent,
  type BallotDefinition,
} from "#domain/decisions/ballot.ts";
import { textField } from "#app/features/live-session/form-field.ts";
import { readBallot } from "./ballot-forms/read.ts";
import type { FilledBallot } from "./ballot-page.tsx";
import { loadPage, signInPath, tabTitle, type BallotPage } from "./load-page.server.ts";

/** A ballot page, for whoever the address says it is. */
export async function loadBallot(args: LoaderFunctionArgs) {
  const page = await loadPage(args);
  const url = new URL(args.request.url);
  return {
    page,
    // A resolution's ballot is the lightest page that votes: it goes without what elections say.
    words: page.method === "resolution" ? [] : ["ballot-forms", "results"],
    title: tabTitle(args.context.language, "title", page),
    signInPath: args.context.actor.kind === "person" ? undefined : signInPath(page.id),
    forWhom: url.searchParams.get("for") ?? undefined,
  };
}

/** Back from the review: the ballot again, filled in as it was. */
export async function readFilled(args: ActionFunctionArgs): Promise<FilledBallot> {
  const form = await args.request.formData();
  const content = filledContent(form, await loadPage(args));
  return { electorId: textField(form, "electorId"), ...(content ? { content } : {}) };
}

/**
 * From the fields of the ballot, or as the review carries it on. One that says more than it may is
 * read too, so that it can be shown again and mended (ballot-forms/wrong.ts).
 */
export function filledContent(form: FormData, page: BallotPage): BallotContent | undefined {
  const carried = textField(form, "content");
  const content = readBallot(form);
  const text = carried || (content ? encodeBallot(content) : "");
  return decodeBallot(text, withoutLimits(page.ballot));
}

function withoutLimits({ shape, options, grades }: BallotDefinition): BallotDefinition {
  return { shape, options, grades };
}
