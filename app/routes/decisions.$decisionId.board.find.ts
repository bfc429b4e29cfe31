import type { ActionFunctionArgs } from "@remix-run/node";
import { isLanguage } from "#domain/kernel/languages.ts";
import { findOnBoard } from "#app/features/decisions/board/load-board.server.ts";
import { textField } from "#app/features/live-session/form-field.ts";

/** The search of a page with scripts: it comes without cookie, so its language comes with it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const spoken = textField(form, "language");
  const language = isLanguage(spoken) ? spoken : context.language;
  const lines = await findOnBoard(
    { request, params, context: { ...context, language } },
    textField(form, "words"),
  );
  return lines ? Response.json(lines) : new Response(null, { status: 404 });
}
