import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { UnsubscribePage } from "#app/features/notifications/unsubscribe-page.tsx";
import { translator } from "#app/i18n/server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api, language } = context;
  const found = await api.notifications.whatEnds({ token: params["token"] ?? "", language });
  return data(
    {
      ending: found.ok ? found.value : undefined,
      done: new URL(request.url).searchParams.has("done"),
      title: translator(language).t("home:leave.title"),
    },
    { status: found.ok ? 200 : 404 },
  );
}

export async function action({ params, context }: ActionFunctionArgs) {
  const token = params["token"] ?? "";
  const ended = await context.api.notifications.unsubscribe(token);
  return redirect(`/unsubscribe/${encodeURIComponent(token)}${ended.ok ? "?done" : ""}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => titled(loaded?.title);

export default function Unsubscribe() {
  const { ending, done } = useLoaderData<typeof loader>();
  return <UnsubscribePage ending={ending} done={done} />;
}
