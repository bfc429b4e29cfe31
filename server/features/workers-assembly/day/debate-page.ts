import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { carriedOver, clash } from "#domain/workers-assembly/amendments.ts";
import type { DebatedText } from "#domain/workers-assembly/debate.ts";
import { isBefore } from "#domain/workers-assembly/stage.ts";
import type {
  Amendment,
  DebatePage,
  DebateWord,
  Objection,
  Rendering,
  TextVersion,
} from "#wire/workers-day-pages.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, type Edition, editionHead, findEdition } from "../edition.ts";
import { dayStanding, facilitates } from "./access.ts";
import { debateCards } from "./cards.ts";
import { votesIn } from "./outcome.ts";

type Asked = { slug: string; code: string };

/**
 * The room of one debate. Whoever is on the roll or leads it reads all of it; when the book is out,
 * everybody signed in reads how the text came to be and the notes of dissent, and nothing else.
 */
export async function debatePage(
  platform: Platform,
  actor: Actor,
  asked: Asked,
): Promise<Result<DebatePage>> {
  const { pool } = platform;
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { personId: me } = actor;
  const found = await enter(platform, actor, asked);
  if (!found.ok) return found;
  const { edition, debate, inside, rights } = found.value;
  const versions = await versionsOf(pool, debate.id);
  const text = { debateId: debate.id, me, versions, language: debate.language };
  const [head, renderings, words, amendments, objections, unquoted, outcome] = await Promise.all([
    editionHead(platform, actor, edition),
    renderingsOf(pool, edition, text),
    inside ? wordsOf(pool, debate.id) : [],
    inside ? amendmentsOf(pool, text) : [],
    objectionsOf(pool, { debateId: debate.id, me, inside }),
    unquotedIn(pool, debate.id),
    outcomeOf(pool, edition, debate.code),
  ]);
  const said = { renderings, words, amendments, objections, unquoted };
  return ok({ head, debate, versions, ...said, rights, ...(outcome ? { outcome } : {}) });
}

type Entered = {
  edition: Edition;
  debate: DebatePage["debate"];
  inside: boolean;
  rights: DebatePage["rights"];
};

/** The debate that an address names, and what the reader is to it. */
async function enter(
  platform: Platform,
  actor: PersonActor,
  { slug, code }: Asked,
): Promise<Result<Entered>> {
  const { pool } = platform;
  const number = /^P(\d{1,4})$/i.exec(code)?.[1];
  const edition = number ? await findEdition(pool, slug) : undefined;
  if (!edition) return refuse("not-found");
  const asked = { editionId: edition.id, me: actor.personId, number: Number(number) };
  // First: a page may be newer than its number, never older.
  const [debate] = await debateCards(pool, asked);
  if (!debate) return refuse("not-found");
  const standing = await dayStanding(platform, pool, actor, edition);
  const leads = facilitates(standing, debate.mine ? { facilitatorId: actor.personId } : {}, actor);
  const inside = standing.speaks || leads;
  if (!inside && isBefore(edition.stage, "booked")) {
    return refuse(standing.apart ? "debate-employer-side" : "debate-not-on-roll");
  }
  const open = isBefore(edition.stage, "adopting");
  const rights = { speak: open && standing.speaks, facilitate: open && leads };
  return ok({ edition, debate, inside, rights });
}

async function outcomeOf(
  client: Client,
  { adoptionId }: Edition,
  code: string,
): Promise<DebatePage["outcome"]> {
  const votes = adoptionId ? await votesIn(client, adoptionId) : undefined;
  const found = votes?.get(code.toLowerCase());
  if (!found) return undefined;
  const { for: inFavour, against, abstain, eligible: adopted } = found;
  return { for: inFavour, against, abstain, adopted };
}

async function versionsOf(client: Client, debateId: string): Promise<TextVersion[]> {
  const { rows } = await client.query<TextVersion>(
    `SELECT version, sentence, paragraph, reason FROM debate_version
     WHERE debate_id = $1 ORDER BY version`,
    [debateId],
  );
  return rows;
}

/** One for every language in which the text is asked for, or was ever written. */
async function renderingsOf(
  client: Client,
  { languages }: Edition,
  of: {
    debateId: string;
    me: string;
    versions: TextVersion[];
    language: DebatePage["debate"]["language"];
  },
): Promise<Rendering[]> {
  const { rows } = await client.query<Omit<Rendering, "stale">>(
    `SELECT language, of_version AS "ofVersion", sentence, paragraph, reviewed,
       nullif(coalesce(written_by = $2::uuid, false), false) AS mine
     FROM debate_text WHERE debate_id = $1 AND language <> $3 ORDER BY language`,
    [of.debateId, of.me, of.language],
  );
  const last = of.versions.at(-1)?.version ?? 1;
  const written = rows.map(
    (row): Rendering => ({
      ...withoutNulls(row),
      stale: row.ofVersion < last || !row.reviewed,
    }),
  );
  const missing = languages
    .filter((one) => one !== of.language && !rows.some(({ language }) => language === one))
    .map(
      (language): Rendering => ({
        language,
        ofVersion: 0,
        sentence: "",
        paragraph: "",
        reviewed: false,
        stale: true,
        missing: true,
      }),
    );
  return [...written, ...missing];
}

async function wordsOf(client: Client, debateId: string): Promise<DebateWord[]> {
  const { rows } = await client.query<DebateWord>(
    `SELECT number, kind, language, text, answer FROM debate_word
     WHERE debate_id = $1 AND NOT hidden ORDER BY number LIMIT 500`,
    [debateId],
  );
  return rows;
}

type StoredAmendment = Omit<Amendment, "clashes" | "onLast">;

async function amendmentsOf(
  client: Client,
  { debateId, me, versions }: { debateId: string; me: string; versions: TextVersion[] },
): Promise<Amendment[]> {
  const { rows } = await client.query<StoredAmendment>(
    `SELECT number, of_version AS "ofVersion", sentence, paragraph, why, state, answer,
       in_version AS "inVersion", nullif(coalesce(person_id = $2::uuid, false), false) AS mine
     FROM debate_amendment WHERE debate_id = $1 AND state <> 'withdrawn'
     ORDER BY number LIMIT 200`,
    [debateId, me],
  );
  const stored = rows.map(withoutNulls);
  const last = versions.at(-1)!;
  const onLast = new Map(
    stored
      .filter(({ state }) => state === "open")
      .map((one) => [one.number, carried(one, versions, last)] as const),
  );
  return stored.map((one): Amendment => {
    const mine = onLast.get(one.number);
    const clashes = [...onLast].filter(
      ([number, text]) => mine && number !== one.number && clash(last, mine, text),
    );
    return {
      ...one,
      clashes: clashes.map(([number]) => number),
      ...(mine && one.ofVersion < last.version ? { onLast: mine } : {}),
    };
  });
}

function carried(one: StoredAmendment, versions: TextVersion[], last: TextVersion): DebatedText {
  const { sentence, paragraph } = one;
  const base = versions.find(({ version }) => version === one.ofVersion) ?? last;
  return carriedOver(base, last, { sentence, paragraph });
}

/** Outside the room only those whose words may be published, in these words. */
async function objectionsOf(
  client: Client,
  { debateId, me, inside }: { debateId: string; me: string; inside: boolean },
): Promise<Objection[]> {
  const { rows } = await client.query<Objection>(
    `SELECT number, ground, language, CASE WHEN $3 THEN because ELSE note END AS because,
       of_version AS "ofVersion", state, note, in_version AS "inVersion",
       nullif(coalesce(person_id = $2::uuid, false), false) AS mine
     FROM debate_objection WHERE debate_id = $1 AND state <> 'withdrawn'
       AND ($3 OR state = 'dissent') ORDER BY number LIMIT 200`,
    [debateId, me, inside],
  );
  return rows.map(withoutNulls);
}

/** How many objections were neither solved nor may be quoted: they are counted. */
async function unquotedIn(client: Client, debateId: string): Promise<number> {
  const { rows } = await client.query<{ unquoted: number }>(
    `SELECT count(*)::int AS unquoted FROM debate_objection
     WHERE debate_id = $1 AND state IN ('open', 'change-offered', 'note-offered')`,
    [debateId],
  );
  return rows[0]!.unquoted;
}
