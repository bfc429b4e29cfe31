import { employerSide } from "./employer-side.ts";

/** SQL: whether a body of a role is an assembly of workers. */
export const isApartBody = (body: string) => `${body} LIKE 'assembly:________-____-8a55-%'`;

/** SQL: whether an assembly is one of workers (app/domain/kernel/apart.ts). */
const apart = (assemblyId: string) => `substr(${assemblyId}::text, 15, 4) = '8a55'`;

/** SQL: whether a role held in a body holds in an assembly: what is held everywhere, not in one apart. */
export const holdsIn = (body: string, assemblyId: string) =>
  `(${body} = 'assembly:' || ${assemblyId}::text
    OR (${body} = 'cooperative' AND NOT ${apart(assemblyId)}))`;

/**
 * SQL: whether a person on the roll of an assembly still stands where it was closed, on a day. Who has
 * come to the employer's side since, or observes for it, takes no ballot of an assembly of workers,
 * whatever its roll says; elsewhere the roll alone decides.
 */
export const keepsPlace = (assemblyId: string, person: string, day: string) => `(CASE
  WHEN NOT ${apart(assemblyId)} THEN true
  ELSE NOT ${employerSide(person, day)} AND NOT EXISTS (
    SELECT FROM workers_assembly w JOIN campaign_person o ON o.campaign_id = w.campaign_id
    WHERE w.assembly_id = ${assemblyId} AND o.person_id = ${person} AND o.part = 'observer') END)`;

const UNDER_VOTE = `EXISTS (SELECT FROM decision d WHERE d.assembly_id = a.id AND d.phase = 'open')`;

/**
 * SQL: the places of person `p` in assemblies apart on `today.day` (ApartPlace). Asked each time:
 * whoever came to the employer's side has lost theirs, whatever roll or list names them, and who
 * observes sees nothing while a vote is open (rules 3.4).
 */
export const APART_PLACES = `coalesce((
  SELECT json_agg(json_build_object('assemblyId', place.id, 'part', place.part))
  FROM (
    SELECT a.id, CASE
      WHEN named.part = 'observer' THEN CASE WHEN NOT ${UNDER_VOTE} THEN 'observer' END
      WHEN ${employerSide("p.id", "today.day")} THEN NULL
      WHEN named.part = 'coordinator'
        OR EXISTS (SELECT FROM roll_entry r WHERE r.assembly_id = a.id AND r.person_id = p.id)
        OR EXISTS (SELECT FROM role_grant g WHERE g.person_id = p.id
          AND g.body = 'assembly:' || a.id
          AND g.valid_from <= today.day AND (g.valid_to IS NULL OR g.valid_to >= today.day))
        THEN 'worker' END AS part
    FROM assembly a JOIN workers_assembly w ON w.assembly_id = a.id
    LEFT JOIN campaign_person named ON named.campaign_id = w.campaign_id AND named.person_id = p.id
    WHERE a.kind = 'workers'
  ) AS place WHERE place.part IS NOT NULL), '[]')`;
