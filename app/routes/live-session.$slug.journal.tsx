import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { signInPath } from "#app/features/live-session/act.server.ts";
import { JournalPage } from "#app/features/live-session/questions/journal-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.liveSession.questions.journal(actor, params["slug"] ?? "");
  if (!found.ok) {
    const { code } = found.refusal;
    if (code === "not-signed-in") throw redirect(signInPath(request));
    throw data({ refusal: found.refusal }, { status: code === "not-found" ? 404 : 403 });
  }
  return { title: translator(language).t("questions:journal.title"), ...found.value };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Journal() {
  const { assembly, lines } = useLoaderData<typeof loader>();
  return <JournalPage assembly={assembly} lines={lines} />;
}
