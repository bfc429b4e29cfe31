import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeMinutes } from "./change-minutes.ts";

/**
 * Begins the minutes, or has the draft in another language: what the secretary wrote stays as it
 * was written.
 */
export function beginMinutes(
  platform: Platform,
  actor: Actor,
  { assemblyId, language }: { assemblyId: string; language: Language },
): Promise<Result<null>> {
  const change = { action: "minutes.write", assemblyId } as const;
  return changeMinutes(platform, actor, change, async (client, minutes) => {
    if (minutes.frozen) return refuse("minutes-frozen");
    if (minutes.assembly.phase !== "live" && minutes.assembly.phase !== "closed") {
      return refuse("wrong-phase");
    }
    await client.query(
      `INSERT INTO minutes (assembly_id, language) VALUES ($1, $2)
       ON CONFLICT (assembly_id) DO UPDATE
         SET language = EXCLUDED.language, revision = minutes.revision + 1`,
      [assemblyId, language],
    );
    return ok(null);
  });
}

type Written = { assemblyId: string; section: string; revision: number };

/** One section in the secretary's words. Somebody who wrote the same one meanwhile is not lost. */
export function writeSection(
  platform: Platform,
  actor: Actor,
  { text, ...input }: Written & { text: string },
): Promise<Result<null>> {
  return changeSection(platform, actor, input, text.trim());
}

/** The drafted text takes the place of what was written. */
export function redraftSection(
  platform: Platform,
  actor: Actor,
  input: Written,
): Promise<Result<null>> {
  return changeSection(platform, actor, input, undefined);
}

function changeSection(
  platform: Platform,
  actor: Actor,
  { assemblyId, section, revision }: Written,
  text: string | undefined,
): Promise<Result<null>> {
  const change = { action: "minutes.write", assemblyId } as const;
  return changeMinutes(platform, actor, change, async (client, minutes) => {
    if (minutes.frozen) return refuse("minutes-frozen");
    if (!minutes.language) return refuse("not-found");
    const now = minutes.texts[section]?.revision ?? 0;
    if (now !== revision) return refuse("changed-meanwhile");
    const others = Object.fromEntries(
      Object.entries(minutes.texts).filter(([key]) => key !== section),
    );
    const texts =
      text === undefined ? others : { ...others, [section]: { text, revision: now + 1 } };
    await client.query(
      "UPDATE minutes SET texts = $2, revision = revision + 1 WHERE assembly_id = $1",
      [assemblyId, JSON.stringify(texts)],
    );
    return ok(null);
  });
}
