import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadBallot, readFilled } from "#app/features/decisions/load-ballot.server.ts";
import { SecretBallotPage } from "#app/features/decisions/secret/secret-ballot-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await loadBallot(args);
  const { page } = loaded;
  if (page.ballotKind !== "secret") throw redirect(`/decisions/${page.id}`);
  const form = new URL(args.request.url).searchParams.get("form");
  return { ...loaded, plain: form === "plain" };
}

export function action(args: ActionFunctionArgs) {
  return readFilled(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SecretBallotRoute() {
  const { page, signInPath, forWhom, plain } = useLoaderData<typeof loader>();
  const filled = useActionData<typeof action>();
  return (
    <SecretBallotPage
      page={page}
      signInPath={signInPath}
      forWhom={forWhom}
      plain={plain}
      filled={filled}
    />
  );
}
