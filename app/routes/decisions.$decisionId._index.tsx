import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BallotPage } from "#app/features/decisions/ballot-page.tsx";
import { loadBallot, readFilled } from "#app/features/decisions/load-ballot.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await loadBallot(args);
  // Secret ballots are another page: it brings the cryptography that a vote by name does without.
  const { search } = new URL(args.request.url);
  if (loaded.page.ballotKind === "secret") {
    throw redirect(`/decisions/${loaded.page.id}/secret${search}`);
  }
  return loaded;
}

export function action(args: ActionFunctionArgs) {
  return readFilled(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BallotRoute() {
  const { page, signInPath, forWhom } = useLoaderData<typeof loader>();
  const filled = useActionData<typeof action>();
  return <BallotPage page={page} signInPath={signInPath} forWhom={forWhom} filled={filled} />;
}
