import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { writeBundle } from "#domain/decisions/secret/bundle.ts";
import { toHex, utf8 } from "#domain/decisions/secret/bytes.ts";
import { mayPublishOpened } from "#domain/decisions/secret/opened.ts";
import { mayHaveBallots } from "../may-have-ballots.ts";
import { readClosedUrn } from "./closed-urn.ts";
import { readBoard } from "./read-board.ts";
import type { Download } from "./urns-api.ts";

/** Everything a recount needs, written while it is sent. */
export async function exportBundle(
  pool: Pool,
  actor: Actor,
  decisionId: string,
): Promise<Result<Download>> {
  const urn = await readClosedUrn(pool, actor, decisionId);
  if (!urn) return refuse("board-not-made");
  const { definition, ledger, head, counted, assembly } = urn;
  if (!counted) return refuse("not-counted");
  const { opened, openedHash, report, tie } = counted;
  const published =
    mayPublishOpened(definition.ballot.shape, urn.size) && mayHaveBallots(actor, assembly.id);
  const text = writeBundle(
    {
      definition,
      ledger,
      head: toHex(head),
      ...(published ? { opened } : {}),
      openedHash,
      report,
      ...(tie.kind === "none" ? {} : { tie }),
      attestations: urn.attestations.map(({ personId, signature }) => ({ personId, signature })),
    },
    readBoard(pool, decisionId),
  );
  const fileName = `${assembly.slug}-${decisionId.slice(-12)}-bundle.json`;
  return ok({ fileName, body: streamOf(text) });
}

/** Characters that are gathered before they are sent: a board's entry has about a thousand. */
const CHUNK = 65_536;

function streamOf(text: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      let chunk = "";
      while (chunk.length < CHUNK) {
        const next = await text.next();
        if (next.done) break;
        chunk += next.value;
      }
      if (chunk === "") controller.close();
      else controller.enqueue(utf8(chunk));
    },
    async cancel() {
      await text.return();
    },
  });
}
