import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BoardPage } from "#app/features/decisions/board/board-page.tsx";
import { findOnBoard, loadBoard } from "#app/features/decisions/board/load-board.server.ts";
import { textField } from "#app/features/live-session/form-field.ts";

export function loader(args: LoaderFunctionArgs) {
  return loadBoard(args);
}

/** The search of a browser without scripts. The words come in the body: no address keeps them. */
export async function action(args: ActionFunctionArgs) {
  const words = textField(await args.request.formData(), "words");
  return { words, lines: await findOnBoard(args, words) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BoardRoute() {
  const { page, board, roll } = useLoaderData<typeof loader>();
  const search = useActionData<typeof action>();
  return <BoardPage page={page} board={board} roll={roll} search={search} />;
}
