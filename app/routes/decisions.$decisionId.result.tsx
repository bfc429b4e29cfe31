import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadLedger } from "#app/features/decisions/board/load-board.server.ts";
import { loadPage, tabTitle } from "#app/features/decisions/load-page.server.ts";
import { loadBeyond } from "#app/features/decisions/results/load-beyond.server.ts";
import { ResultNotYet, ResultPage } from "#app/features/decisions/result-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, api, language } = args.context;
  const page = await loadPage(args);
  const counted = await api.decisions.report(actor, page.id);
  return {
    page,
    title: tabTitle(language, "result.title", page),
    counted: counted.ok
      ? {
          ...counted.value,
          ...(await loadLedger(args, page)),
          ...(page.method === "resolution"
            ? {}
            : { beyond: await loadBeyond(args, counted.value) }),
        }
      : undefined,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ResultRoute() {
  const { page, counted } = useLoaderData<typeof loader>();
  return counted ? <ResultPage {...counted} /> : <ResultNotYet page={page} />;
}
