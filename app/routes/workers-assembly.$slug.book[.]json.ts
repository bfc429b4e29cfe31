import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendBook } from "#app/features/workers-assembly/book/send-book.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return sendBook(args, "json");
}
