import { isDeepStrictEqual } from "node:util";
import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { StatuteProfile } from "#domain/decisions/statute-profile.ts";
import type { DesignerInput } from "#wire/decision-designer.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changesBallots, type DraftInput, withInput } from "./draft-columns.ts";
import { type DraftRow, readDraft } from "./draft-row.ts";
import { changeDraft, prepare } from "./open-draft.ts";
import { insertDraft, writeDraft, writeOptions } from "./write-draft.ts";

/** Begins a draft in an assembly that is not closed. */
export function createDraft(
  platform: Platform,
  actor: Actor,
  { assemblyId, ...input }: DesignerInput<"draft.create">,
): Promise<Result<{ decisionId: string }>> {
  return prepare<{ decisionId: string }>(platform, actor, "draft.create", (client) =>
    Promise.resolve({
      assemblyId,
      work: async () => {
        const decisionId = platform.random.uuid();
        if (!(await insertDraft(client, decisionId, assemblyId))) return refuse("wrong-phase");
        const row = await readDraft(client, decisionId);
        if (!row) return refuse("not-found");
        // A resolution has its options from the start.
        const saved = await saveInput(client, row, { method: "resolution", ...input });
        return saved.ok ? ok({ decisionId }) : saved;
      },
    }),
  );
}

/** Keeps the parts that a form sends. What ballots already rest on does not change. */
export function updateDraft(
  platform: Platform,
  actor: Actor,
  { decisionId, ...input }: DesignerInput<"draft.update">,
): Promise<Result<null>> {
  return changeDraft(platform, actor, { act: "draft.update", decisionId }, (client, row) =>
    saveChange(client, row, input),
  );
}

/** Keeps parts of a draft that may still change. */
export async function saveChange(
  client: PoolClient,
  row: DraftRow,
  input: DraftInput,
): Promise<Result<null>> {
  if (row.phase !== "draft") return refuse("wrong-phase");
  if (row.in_use && changesBallots(input)) return refuse("draft-in-use");
  return saveInput(client, row, input);
}

/** Deletes a draft of which nobody holds a ballot. */
export function deleteDraft(
  platform: Platform,
  actor: Actor,
  { decisionId }: { decisionId: string },
): Promise<Result<null>> {
  return changeDraft(platform, actor, { act: "draft.delete", decisionId }, async (client, row) => {
    if (row.phase !== "draft") return refuse("wrong-phase");
    if (row.in_use) return refuse("draft-in-use");
    if (row.convened) return refuse("text-convened");
    await client.query("DELETE FROM decision WHERE id = $1", [decisionId]);
    return ok(null);
  });
}

/**
 * Copies a decision into a rehearsal of it. The server keeps the urn of a rehearsal: scrutineers
 * hold their ceremony once, for the votes that count.
 */
export function rehearseDraft(
  platform: Platform,
  actor: Actor,
  { decisionId }: { decisionId: string },
): Promise<Result<{ decisionId: string }>> {
  return changeDraft(
    platform,
    actor,
    { act: "draft.rehearse", decisionId },
    async (client, row) => {
      const copy: DraftRow = {
        ...row,
        id: platform.random.uuid(),
        seal: row.seal === "scrutineers" ? "server" : row.seal,
        rehearsal: true,
        convened: false,
        opens_at: null,
        closes_at: null,
      };
      if (!(await insertDraft(client, copy.id, copy.assembly_id))) return refuse("wrong-phase");
      await writeDraft(client, copy);
      await writeOptions(client, copy.id, copy.options);
      return ok({ decisionId: copy.id });
    },
  );
}

async function saveInput(
  client: PoolClient,
  row: DraftRow,
  input: DraftInput,
): Promise<Result<null>> {
  const after = withInput(row, input, await profileOf(client, row.id));
  if (!after.ok) return after;
  if (row.convened && changesWhatWasSent(row, after.value)) return refuse("text-convened");
  const { item_id, opens_at, closes_at } = after.value;
  if (opens_at && closes_at && opens_at >= closes_at) return refuse("bad-input");
  if (item_id && !(await isItemOf(client, row.assembly_id, item_id))) return refuse("bad-input");
  await writeDraft(client, after.value);
  if (changesBallots(input)) {
    await writeOptions(client, row.id, after.value.options);
    // An urn is made for ballots of one length and one seal: another one takes its place.
    await client.query("DELETE FROM urn WHERE decision_id = $1", [row.id]);
  }
  return ok(null);
}

/** What a convocation says of a vote, and what it stands on. */
const SENT = ["texts", "item_id", "legal_channel", "method", "rule", "rehearsal"] as const;

function changesWhatWasSent(before: DraftRow, after: DraftRow): boolean {
  return SENT.some((part) => !isDeepStrictEqual(before[part], after[part]));
}

async function profileOf(client: PoolClient, decisionId: string): Promise<StatuteProfile> {
  const { rows } = await client.query<{ values: StatuteProfile }>(
    `SELECT p.values FROM decision d JOIN statute_profile p ON p.version = d.profile_version
     WHERE d.id = $1`,
    [decisionId],
  );
  if (!rows[0]) throw new Error("a decision rests on statutes");
  return rows[0].values;
}

async function isItemOf(client: PoolClient, assemblyId: string, itemId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    "SELECT FROM agenda_item WHERE id = $1 AND assembly_id = $2",
    [itemId, assemblyId],
  );
  return rowCount === 1;
}
