import type { ActionFunctionArgs } from "@remix-run/node";
import { answerJson } from "#app/features/live-session/act.server.ts";

/** Commands as JSON: for what is larger than a live message may be. */
export function action(args: ActionFunctionArgs) {
  return answerJson(args);
}
