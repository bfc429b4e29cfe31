import type { Pool } from "pg";
import { DEFAULT_PROFILE } from "#domain/decisions/statute-profile.ts";

const VERSION = "assumed-1";
/** Before any admission that a register can tell of. */
const SINCE = "1900-01-01";

/**
 * What a register and an assembly rest on, where a cooperative has none yet: the categories of
 * members, and the law's defaults as statutes that nobody has verified. Does nothing a second time.
 */
export async function writeFirstStatutes(pool: Pool): Promise<void> {
  await pool.query(
    `INSERT INTO member_category (id, label, valid_from)
     SELECT id, jsonb_build_object('fr', 'Catégorie ' || id, 'nl', 'Categorie ' || id,
       'de', 'Kategorie ' || id, 'en', 'Category ' || id), $2::date
     FROM unnest($1::text[]) AS id WHERE NOT EXISTS (SELECT FROM member_category)`,
    [DEFAULT_PROFILE.categories.value, SINCE],
  );
  await pool.query(
    `INSERT INTO statute_profile (version, effective_from, values)
     SELECT $1, $2::date, $3 WHERE NOT EXISTS (SELECT FROM statute_profile)`,
    [VERSION, SINCE, DEFAULT_PROFILE],
  );
}
