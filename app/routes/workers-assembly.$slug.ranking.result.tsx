import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { loadResult } from "#app/features/workers-assembly/ranking/load-result.server.ts";
import {
  RankingNotYet,
  RankingResultPage,
} from "#app/features/workers-assembly/ranking/result-page.tsx";

export const loader = loadResult("workers-ranking:result.title");

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Result() {
  const { head, result } = useLoaderData<typeof loader>();
  return result ? <RankingResultPage result={result} /> : <RankingNotYet head={head} />;
}
