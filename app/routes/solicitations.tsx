import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import {
  doneOrRefused,
  type FormAnswer,
  refusedForm,
  valueOrLeave,
} from "#app/features/membership/guard.server.ts";
import { SolicitationsPage } from "#app/features/notifications/solicitations-page.tsx";
import { answerForm } from "#app/features/sign-in/answer-form.server.ts";
import { translator } from "#app/i18n/server.ts";
import { NoticeCursor } from "#wire/notifications.ts";
import { SOLICITATION_FORMS } from "#wire/solicitations.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const { searchParams } = new URL(request.url);
  const before = NoticeCursor.safeParse(searchParams.get("before")).data;
  const found = await api.notifications.solicitations(actor, before ? { before } : {});
  return {
    page: valueOrLeave(found, request, context),
    done: searchParams.has("done"),
    newKey: randomUUID(),
    title: translator(language).t("home:requests.title"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, api } = context;
  const { arrange } = api.notifications;
  return answerForm(
    SOLICITATION_FORMS,
    await request.formData(),
    {
      ask: async (input) => doneOrRefused(request, "ask", await arrange.ask(actor, input)),
      answer: async (input) => doneOrRefused(request, "answer", await arrange.answer(actor, input)),
      cancel: async (input) => doneOrRefused(request, "cancel", await arrange.cancel(actor, input)),
      move: async (input) => doneOrRefused(request, "move", await arrange.move(actor, input)),
      inform: async (input) => doneOrRefused(request, "inform", await arrange.inform(actor, input)),
      cap: async (input) => doneOrRefused(request, "cap", await arrange.cap(actor, input)),
      "add-quiet": async (input) =>
        doneOrRefused(request, "add-quiet", await arrange.addQuiet(actor, input)),
      "remove-quiet": async (input) =>
        doneOrRefused(request, "remove-quiet", await arrange.removeQuiet(actor, input)),
    },
    (intent) => refusedForm(intent, { code: "bad-input" }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Solicitations() {
  const { page, done, newKey } = useLoaderData<typeof loader>();
  const answer: FormAnswer | undefined = useActionData();
  return <SolicitationsPage page={page} done={done} newKey={newKey} refusal={answer?.refusal} />;
}
