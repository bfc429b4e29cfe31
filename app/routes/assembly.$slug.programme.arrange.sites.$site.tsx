import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { answerArrange } from "#app/features/programme/answer-arrange.server.ts";
import { SiteForm } from "#app/features/programme/site-form.tsx";
import { translator } from "#app/i18n/server.ts";

/** `add` is the form of a new one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api, actor, language } = context;
  const page = valueOrLeave(
    await api.programme.edit(actor, params["slug"] ?? ""),
    request,
    context,
  );
  const title = translator(language).t("programme:arrange.changeSite");
  if (params["site"] === "add") return { page, title };
  const site = page.sites.find(({ slug }) => slug === params["site"]);
  if (!site) throw data(null, { status: 404 });
  return { page, title, site };
}

export function action(args: ActionFunctionArgs) {
  return answerArrange(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function EditSite() {
  const { page, site } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SiteForm key={site?.id} page={page} site={site} answer={answer} />;
}
