import { data, type LoaderFunctionArgs } from "@remix-run/node";
import type { BoardEntry, BoardPage, RollAnswer } from "#wire/board.ts";
import type { Ledger } from "#wire/secret-ballots.ts";
import { loadPage, tabTitle, type BallotPage } from "../load-page.server.ts";
import { wordsIn } from "../secret/receipt-lists.server.ts";

/** A ballot on the board with its four words as this reader has them. */
export type BoardLine = Pick<BoardEntry, "place" | "fingerprint" | "revision"> & { text: string };

/** The board as the page shows it; none before the close. */
export type LoadedBoard = {
  page: BallotPage;
  title: string;
  board?: Omit<BoardPage, "entries"> & { lines: BoardLine[] };
  roll: RollAnswer[];
};

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** Everything anybody may check of a secret decision, and what the roll says of this reader. */
export async function loadBoard(args: Args): Promise<LoadedBoard> {
  const { actor, api, language } = args.context;
  const page = await loadPage(args);
  if (page.ballotKind !== "secret") throw data(null, { status: 404 });
  const wanted = Number(new URL(args.request.url).searchParams.get("page") ?? 1);
  const place = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 1;
  const [found, answer] = await Promise.all([
    api.decisions.urns.board(actor, { decisionId: page.id, page: place, words: "" }),
    api.decisions.urns.rollAnswer(actor, page.id),
  ]);
  return {
    page,
    title: tabTitle(language, "board.title", page),
    ...(found.ok ? { board: withLines(found.value, args) } : {}),
    roll: answer.ok ? answer.value : [],
  };
}

/** The ledger of a secret vote, for its result. */
export async function loadLedger(
  { context: { api, actor } }: Pick<Args, "context">,
  { id, ballotKind }: BallotPage,
): Promise<{ ledger?: Ledger }> {
  if (ballotKind !== "secret") return {};
  const found = await api.decisions.urns.board(actor, { decisionId: id, page: 1, words: "" });
  return found.ok ? { ledger: found.value.ledger } : {};
}

/** Where four words lead; undefined while there is no board. */
export async function findOnBoard(args: Args, words: string): Promise<BoardLine[] | undefined> {
  const { actor, api } = args.context;
  const decisionId = args.params["decisionId"] ?? "";
  const result = await api.decisions.urns.board(actor, { decisionId, page: 1, words });
  if (!result.ok) return undefined;
  return (result.value.found ?? []).map((entry) => toLine(entry, args));
}

function withLines({ entries, ...board }: BoardPage, args: Args) {
  return { ...board, lines: entries.map((entry) => toLine(entry, args)) };
}

function toLine({ place, fingerprint, revision, words }: BoardEntry, { context }: Args): BoardLine {
  return { place, fingerprint, revision, text: wordsIn(context.language, words) };
}
