import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { MailsPage } from "#app/features/sign-in/mails-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const mails = await context.api.notifications.storedMails(context.requestInfo);
  if (!mails.ok) throw data({ refusal: mails.refusal }, { status: 404 });
  return { title: translator(context.language).t("sign-in:mails.title"), mails: mails.value };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function DevMails() {
  return <MailsPage mails={useLoaderData<typeof loader>().mails} />;
}
