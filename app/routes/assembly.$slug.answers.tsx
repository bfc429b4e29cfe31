import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { AnswersPage } from "#app/features/live-session/questions/answers-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.liveSession.questions.answers(actor, params["slug"] ?? "");
  if (!found.ok) throw data({ refusal: found.refusal }, { status: 404 });
  return { title: translator(language).t("questions:answers.title"), ...found.value };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Answers() {
  const { assembly, today, sites, answers } = useLoaderData<typeof loader>();
  return <AnswersPage assembly={assembly} today={today} sites={sites} answers={answers} />;
}
