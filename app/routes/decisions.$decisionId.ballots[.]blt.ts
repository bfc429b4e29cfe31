import type { LoaderFunctionArgs } from "@remix-run/node";
import { downloadBallots } from "#app/features/decisions/ballots-download.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return downloadBallots(args, "blt");
}
