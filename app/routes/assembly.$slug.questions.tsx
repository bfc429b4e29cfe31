import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { AccountPage } from "#app/features/live-session/questions/account-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const found = await api.liveSession.questions.account(actor, params["slug"] ?? "");
  if (!found.ok) throw data({ refusal: found.refusal }, { status: 404 });
  return { title: translator(language).t("questions:account.title"), ...found.value };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Account() {
  const { assembly, account } = useLoaderData<typeof loader>();
  return <AccountPage assembly={assembly} account={account} />;
}
