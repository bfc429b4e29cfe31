import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { loadResult } from "#app/features/workers-assembly/ranking/load-result.server.ts";
import { MinePage } from "#app/features/workers-assembly/ranking/mine-page.tsx";
import { RankingNotYet } from "#app/features/workers-assembly/ranking/result-page.tsx";

export const loader = loadResult("workers-ranking:mine.title");

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Mine() {
  const { head, result } = useLoaderData<typeof loader>();
  return result ? <MinePage result={result} /> : <RankingNotYet head={head} />;
}
