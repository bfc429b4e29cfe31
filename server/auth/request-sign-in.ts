import type { Pool } from "pg";
import type { Language } from "#domain/kernel/languages.ts";
import { isLanguage } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { CODE_MINUTES } from "#domain/membership/sign-in-limits.ts";
import { writeMail } from "../features/notifications/write-mail.ts";
import { inTransaction } from "../platform/database.ts";
import { nameOf } from "../platform/person-name.ts";
import { createChallenge } from "./challenges.ts";
import { networkOf } from "./rate-limits.ts";
import type { SignInTools, Visitor } from "./sign-in-tools.ts";

/**
 * Sends a code and a link to an address. For an address that nobody has, the same rows are written
 * in the same transaction and the same answer is given; the job throws that mail away. So neither
 * the answer nor the time it takes tells whether somebody is a member.
 */
export async function requestSignIn(
  { platform, limits }: SignInTools,
  input: { address: string; language: Language },
  visitor: Visitor,
): Promise<Result<{ challengeId: string }>> {
  const allowed =
    (await limits.take("network", networkOf(visitor.ip))) &&
    (await limits.take("address", input.address)) &&
    (await limits.take("address-day", input.address));
  if (!allowed) return refuse("too-many-requests");

  const person = await personAt(platform.pool, input.address);
  const challengeId = await inTransaction(platform.pool, async (client) => {
    const challenge = await createChallenge(platform, client, person?.id ?? null);
    await writeMail(
      platform,
      client,
      {
        personId: person?.id,
        name: person?.name ?? "",
        language: isLanguage(person?.language) ? person.language : input.language,
        address: person ? input.address : "",
      },
      {
        kind: "sign-in",
        code: challenge.code,
        link: `${platform.env.publicUrl}/sign-in/link/${challenge.token}`,
        minutes: CODE_MINUTES,
      },
    );
    return challenge.id;
  });
  platform.outbox.kick();
  return ok({ challengeId });
}

type Found = { id: string; name: string; language: string };

async function personAt(pool: Pool, address: string): Promise<Found | undefined> {
  const { rows } = await pool.query<Found>(
    `SELECT id, language,
       ${nameOf("person")} AS name
     FROM person WHERE email = $1`,
    [address],
  );
  return rows[0];
}
