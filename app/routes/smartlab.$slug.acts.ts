import type { ActionFunctionArgs } from "@remix-run/node";
import { answerAct } from "#app/features/live-session/act.server.ts";

/** Commands over HTTP: for what is larger than a live message may be, or where no socket works. */
export function action(args: ActionFunctionArgs) {
  return answerAct(args);
}
