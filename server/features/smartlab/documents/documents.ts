import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { mediaTypeOf, MOST_FILES } from "#domain/smartlab/documents/file-kinds.ts";
import type { Visibility } from "#domain/smartlab/minutes/minutes.ts";
import { leads } from "#domain/smartlab/people.ts";
import type { LabDocument, LabInside, LabWorkCommands as Commands } from "#wire/lab-work.ts";
import { epochMs } from "../../../platform/instants.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import { labAccess } from "../access.ts";
import { headOf, isId, workInLab } from "../work/frame.ts";

export type NewDocument = {
  labId: string;
  title: string;
  fileName: string;
  content: Uint8Array;
};

/** Keeps a file for the group. It is public only once somebody who leads says so. */
export function addDocument(
  platform: Platform,
  actor: Actor,
  { labId, title, fileName, content }: NewDocument,
): Promise<Result<null>> {
  return workInLab(platform, actor, { of: "lab", id: labId }, async (client, _, { personId }) => {
    const mediaType = mediaTypeOf(fileName);
    if (!mediaType) return refuse("lab-file-kind");
    const { rows } = await client.query<{ files: number }>(
      "SELECT count(*)::int AS files FROM lab_document WHERE lab_id = $1",
      [labId],
    );
    if ((rows[0]?.files ?? 0) >= MOST_FILES) return refuse("too-large");
    await client.query(
      `INSERT INTO lab_document
         (lab_id, title, file_name, media_type, bytes, content, added_by, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        labId,
        title.trim().slice(0, 200) || fileName,
        fileName.slice(-200),
        mediaType,
        content.byteLength,
        Buffer.from(content),
        personId,
        platform.clock.now(),
      ],
    );
    return ok({ value: null });
  });
}

export function showDocument(
  platform: Platform,
  actor: Actor,
  { documentId, visibility }: Commands["lab.document-show"],
): Promise<Result<null>> {
  return workInLab(platform, actor, { of: "document", id: documentId }, async (client, lab) => {
    if (!leads(lab.role)) return refuse("not-allowed");
    await client.query("UPDATE lab_document SET visibility = $2 WHERE id = $1", [
      documentId,
      visibility,
    ]);
    return ok({ value: null });
  });
}

/** Who added a file, or who leads, takes it away. */
export function removeDocument(
  platform: Platform,
  actor: Actor,
  { documentId }: Commands["lab.document-remove"],
): Promise<Result<null>> {
  const piece = { of: "document", id: documentId } as const;
  return workInLab(platform, actor, piece, async (client, lab, { personId }) => {
    const { rowCount } = await client.query(
      "DELETE FROM lab_document WHERE id = $1 AND ($2 OR added_by = $3)",
      [documentId, leads(lab.role), personId],
    );
    return rowCount ? ok({ value: null }) : refuse("not-allowed");
  });
}

export async function documentList(
  { pool }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<{ lab: LabInside; documents: LabDocument[] }>> {
  const lab = await labAccess(pool, actor, slug);
  if (!lab) return refuse("not-found");
  const { rows } = await pool.query<LabDocument>(
    `SELECT d.id, d.title, d.file_name AS "fileName", d.bytes, d.visibility, ${epochMs("d.added_at")} AS at,
       CASE WHEN $2 THEN ${nameOf("p")} END AS by, coalesce(d.added_by = $3::uuid, false) AS mine
     FROM lab_document d LEFT JOIN person p ON p.id = d.added_by
     WHERE d.lab_id = $1 AND ($2 OR d.visibility = 'public')
     ORDER BY d.added_at DESC, d.id LIMIT ${MOST_FILES}`,
    [lab.labId, lab.role !== undefined, actor.kind === "person" ? actor.personId : null],
  );
  return ok({ lab: headOf(lab), documents: rows.map(withoutNulls) });
}

export type DocumentFile = {
  fileName: string;
  mediaType: string;
  content: Buffer;
  visibility: Visibility;
};

/** A file itself, for the group; a public one for everybody. */
export async function documentFile(
  { pool }: Platform,
  actor: Actor,
  { slug, documentId }: { slug: string; documentId: string },
): Promise<Result<DocumentFile>> {
  const lab = await labAccess(pool, actor, slug);
  if (!lab || !isId(documentId)) return refuse("not-found");
  const { rows } = await pool.query<DocumentFile>(
    `SELECT file_name AS "fileName", media_type AS "mediaType", content, visibility
     FROM lab_document WHERE id = $1 AND lab_id = $2 AND ($3 OR visibility = 'public')`,
    [documentId, lab.labId, lab.role !== undefined],
  );
  return rows[0] ? ok(rows[0]) : refuse("not-found");
}
