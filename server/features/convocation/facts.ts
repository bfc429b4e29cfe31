import type { ClientBase } from "pg";
import type { AssemblyPhase } from "#domain/live-session/agenda.ts";
import { type DispatchDays, dispatchDays, lastDayForQuestions } from "#domain/convocation/days.ts";
import type { DecisionKind, LegalChannel } from "#domain/decisions/statute-profile.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import { epochMs, isoDay } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";

type Client = Pick<ClientBase, "query">;

/** What a convocation tells of an assembly. Instants in ms, days in ISO. */
export type ConvocationFacts = {
  id: string;
  slug: string;
  title: Translated;
  day: string;
  startsAt: number;
  place: string;
  phase: AssemblyPhase;
  clearDays: number;
  questionDays: number;
  channels: Partial<Record<LegalChannel, boolean>>;
  authoritativeLanguages: string[];
  sites: { name: string; city: string; address: string; startsAt: number }[];
  items: {
    position: number;
    purpose: "inform" | "debate" | "decide";
    title: Translated;
    /** Votes on it: with their exact text where they change the statutes or the object. */
    votes: { texts: Translated<{ title: string; text: string }>; kind: DecisionKind }[];
  }[];
  words: Translated;
  revision: number;
  sent?: {
    at: number;
    by: string;
    texts: Translated;
    hashes: Translated;
  };
};

/** The facts of one assembly, by a column of it that names it. */
export async function convocationFacts(
  client: Client,
  by: "id" | "slug",
  value: string,
): Promise<ConvocationFacts | undefined> {
  const { rows } = await client.query<{ facts: ConvocationFacts }>(
    `SELECT json_strip_nulls(json_build_object('id', a.id, 'slug', a.slug, 'title', a.title,
       'day', ${isoDay("a.day")}, 'startsAt', ${epochMs("a.starts_at")}, 'place', a.place,
       'phase', a.phase,
       'clearDays', coalesce((p.values #>> '{convocationClearDays,value}')::int, 15),
       'questionDays', coalesce((p.values #>> '{questionDeadlineDays,value}')::int, 0),
       'channels', (SELECT json_object_agg(key, (value ->> 'value')::boolean)
         FROM jsonb_each(p.values -> 'channels')),
       'authoritativeLanguages',
         coalesce(p.values #> '{authoritativeLanguages,value}', '["fr"]'),
       'sites', ${SITES}, 'items', ${ITEMS},
       'words', coalesce(c.words, '{}'), 'revision', coalesce(c.revision, 0),
       'sent', CASE WHEN c.sent_at IS NOT NULL THEN json_build_object('at', ${epochMs("c.sent_at")},
         'by', ${nameOf("s")},
         'texts', c.texts, 'hashes', c.hashes) END)) AS facts
     FROM assembly a JOIN statute_profile p ON p.version = a.profile_version
     LEFT JOIN convocation c ON c.assembly_id = a.id LEFT JOIN person s ON s.id = c.sent_by
     WHERE a.${by} = $1`,
    [value],
  );
  return rows[0]?.facts;
}

const SITES = `coalesce((SELECT json_agg(json_build_object('name', s.name, 'city', s.city,
    'address', s.address, 'startsAt', ${epochMs("s.starts_at")}) ORDER BY s.position)
  FROM site s WHERE s.assembly_id = a.id AND s.kind IN ('main', 'satellite')
    AND s.cancelled_at IS NULL), '[]')`;

const ITEMS = `coalesce((SELECT json_agg(json_build_object('position', i.position,
    'purpose', i.purpose, 'title', i.title,
    'votes', coalesce((SELECT json_agg(json_build_object('texts', d.texts,
        'kind', CASE d.rule ->> 'majority' WHEN 'three_quarters' THEN 'statutes'
          WHEN 'four_fifths' THEN 'object' ELSE 'ordinary' END) ORDER BY d.position)
      FROM decision d WHERE d.item_id = i.id AND NOT d.rehearsal AND d.repeats_id IS NULL), '[]'))
    ORDER BY i.position)
  FROM agenda_item i WHERE i.assembly_id = a.id), '[]')`;

export function daysOf({ day, clearDays }: ConvocationFacts): DispatchDays {
  return dispatchDays(day, clearDays);
}

export function questionsUntil({ day, questionDays }: ConvocationFacts): string | undefined {
  return lastDayForQuestions(day, questionDays);
}
