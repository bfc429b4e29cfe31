import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { BoardPage, RollAnswer } from "#wire/board.ts";
import type { CeremonyView, PaperDesk, PaperElector } from "#wire/urns.ts";
import type { CommandHandlers } from "../../../realtime/command-handler.ts";

/** A file that is written while it is sent: a board may hold forty thousand ballots. */
export type Download = { fileName: string; body: ReadableStream<Uint8Array> };

/** Urns from the ceremony to the attestations, the paper desk, and what anybody may check. */
export type UrnsApi = {
  /** The urns of the assembly with this slug, for whoever may watch them ("urn.watch"). */
  ceremony: (actor: Actor, slug: string) => Promise<Result<CeremonyView>>;
  /** "paper.give" or "paper.enter". */
  paperDesk: (actor: Actor, slug: string) => Promise<Result<PaperDesk>>;
  /** People on the roll by name or register number, with what marks them; for the desk. */
  paperElectors: (
    actor: Actor,
    input: { slug: string; query: string },
  ) => Promise<Result<PaperElector[]>>;
  /** The board of a closed urn: a page of it, and where words were typed what they lead to. */
  board: (
    actor: Actor,
    input: { decisionId: string; page: number; words: string },
  ) => Promise<Result<BoardPage>>;
  /** Everything a recount needs, once the count may be seen. */
  bundle: (actor: Actor, decisionId: string) => Promise<Result<Download>>;
  /** Whether the roll is marked for this reader and whom they represent. */
  rollAnswer: (actor: Actor, decisionId: string) => Promise<Result<RollAnswer[]>>;
  /** Job process, every second: takes openings that nobody tends, opens where shares suffice. */
  tendOpenings: () => Promise<void>;
  /** URN_ACTS and PAPER_ACTS by name; sockets and forms run the same. */
  commands: CommandHandlers;
};
