import type { ClientBase } from "pg";
import { LANGUAGES } from "../../app/domain/kernel/languages.ts";
import { convocationFacts } from "../../server/features/convocation/facts.ts";
import { convocationTexts, hashOf } from "../../server/features/convocation/words.ts";
import { MEMBERS_ON_A_DAY } from "../../server/features/membership/members-sql.ts";
import type { SeededAssembly } from "./assembly.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { persona } from "./personas.ts";

/** An address that leads nowhere: these mails were never written. */
const ADDRESS = "https://palabre.example";

/** How many of the invented mails came back, and were followed by a letter. */
const BOUNCED = 12;

/**
 * Today's assembly was convened three weeks ago: texts, and the proof of who got them. The demo wrote
 * no mail; its proof says what a proof would say.
 */
export async function seedConvocation(
  client: ClientBase,
  { id, day }: Pick<SeededAssembly, "id" | "day">,
): Promise<void> {
  const facts = await convocationFacts(client, "id", id);
  if (!facts) throw new Error("A convocation is of an assembly");
  const texts = convocationTexts(facts, ADDRESS);
  const hashes = Object.fromEntries(LANGUAGES.map((one) => [one, hashOf(texts[one])]));
  const sent = brusselsInstant(addDays(day, -21), "10:00");
  await client.query(
    `insert into convocation (assembly_id, texts, hashes, sent_at, sent_by)
     values ($1, $2, $3, $4, $5)`,
    [id, texts, hashes, sent, persona("secretary").personId],
  );
  await client.query(
    `update decision set convened = true
     where assembly_id = $1 and item_id is not null and not rehearsal`,
    [id],
  );
  await client.query(
    `insert into convocation_addressee (assembly_id, person_id, capacity, channel, language, address,
       text_hash, frozen_at, written_at, outcome, outcome_at, posted_at, posted_to, posted_by)
     select $1, id, 'member', case when mail then 'mail' else 'post' end, language,
       case when mail then email else postal end, $3::jsonb ->> language, $4,
       case when mail then $4::timestamptz end,
       case when mail then case when back then 'bounced' else 'taken' end end,
       case when mail then $4::timestamptz end,
       case when back or not mail then $4::timestamptz + make_interval(days => back::int) end,
       case when back or not mail then postal end, case when back or not mail then $5::uuid end
     from (
       select p.*, p.email is not null and p.email_status <> 'bounced' as mail,
         p.email is not null and p.email_status <> 'bounced'
           and row_number() over (order by p.id desc) <= ${BOUNCED} as back
       from (${MEMBERS_ON_A_DAY}) as m join person p on p.id = m.person_id
     ) as called`,
    [id, day, hashes, sent, persona("secretary").personId],
  );
}
