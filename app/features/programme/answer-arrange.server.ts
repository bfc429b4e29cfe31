import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { answerForm } from "#app/features/live-session/act.server.ts";

/** Answers a form of an organiser; what was saved leads back to the list, which shows it. */
export async function answerArrange(args: ActionFunctionArgs) {
  const answer = await answerForm(args);
  const saved = answer instanceof Response && args.context.actor.kind === "person";
  return saved ? redirect(`/assembly/${args.params["slug"]}/programme/arrange`) : answer;
}
