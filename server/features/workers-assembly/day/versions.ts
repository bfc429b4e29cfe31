import type { DebatedText } from "#domain/workers-assembly/debate.ts";
import type { Client } from "../edition.ts";
import type { DebateRow } from "./access.ts";

/** A version of the text, where there is one. */
export async function textOf(
  client: Client,
  debateId: string,
  version: number,
): Promise<DebatedText | undefined> {
  const { rows } = await client.query<DebatedText>(
    "SELECT sentence, paragraph FROM debate_version WHERE debate_id = $1 AND version = $2",
    [debateId, version],
  );
  return rows[0];
}

/** The text as it stands from now on; renderings of it are behind by that. Answers its number. */
export async function writeVersion(
  client: Client,
  debate: DebateRow,
  { sentence, paragraph, reason }: DebatedText & { reason: string },
): Promise<number> {
  const version = debate.version + 1;
  await client.query(
    `INSERT INTO debate_version (debate_id, version, language, sentence, paragraph, reason)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [debate.id, version, debate.language, sentence, paragraph, reason],
  );
  return version;
}
