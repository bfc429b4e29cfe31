import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SESSION_WORDS } from "#app/features/codev/session/load-session.server.ts";
import { PracticePage } from "#app/features/codev/session/practice-page.tsx";
import { translator } from "#app/i18n/server.ts";

export function loader({ context }: LoaderFunctionArgs) {
  const { t } = translator(context.language);
  return {
    loadedAt: context.now().getTime(),
    tab: `${t("codev-session:practice.title")} · Palabre`,
    words: SESSION_WORDS,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.tab }];

export default function PracticeRoute() {
  const { loadedAt } = useLoaderData<typeof loader>();
  return <PracticePage loadedAt={loadedAt} />;
}
