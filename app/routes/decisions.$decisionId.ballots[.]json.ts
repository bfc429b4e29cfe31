import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendBallots } from "#app/features/decisions/results/send-ballots.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return sendBallots(args, "json");
}
