import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { PERSONAS } from "../../prisma/seed/personas.ts";
import type { SignedIn, SignInTools } from "./sign-in-tools.ts";

export type PersonaCard = { key: string; name: string; language: string; summaryKey: string };

/** The invented people of the demo; nobody anywhere else. */
export function personas(demo: boolean): PersonaCard[] {
  if (!demo) return [];
  return PERSONAS.map(({ key, name, language, summaryKey }) => ({
    key,
    name,
    language,
    summaryKey,
  }));
}

/** Signs in as an invented person with one click, in the demo and nowhere else. */
export async function signInAsPersona(
  { platform, auth }: SignInTools,
  actor: Actor,
  input: { key: string },
  device: string,
): Promise<Result<SignedIn>> {
  if (!platform.env.demo) return refuse("not-allowed");
  const persona = PERSONAS.find(({ key }) => key === input.key);
  if (!persona) return refuse("not-found");
  const { rowCount } = await platform.pool.query("SELECT FROM person WHERE id = $1", [
    persona.personId,
  ]);
  if (!rowCount) return refuse("not-found");
  return ok({ sessionId: await auth.startSession(actor, persona.personId, device) });
}
