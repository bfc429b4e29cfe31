import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { employerSide } from "../../../platform/employer-side.ts";
import { ELECTORATE, WITH_MEMBERS, whomValues } from "../../surveys/electorate-sql.ts";
import type { Client } from "../edition.ts";
import { whomOf } from "./close-roll.ts";

/** The person of a register number, where they may hold an office among the workers that day. */
export async function nameable(
  client: Client,
  campaignId: string,
  registerNo: string,
  day: string,
): Promise<Result<string>> {
  const { rows } = await client.query<{ id: string; apart: boolean; asked: boolean }>(
    `${WITH_MEMBERS}
     SELECT p.id, ${employerSide("p.id", "$2::date")} OR EXISTS (SELECT FROM campaign_person o
         WHERE o.campaign_id = $3 AND o.person_id = p.id AND o.part = 'observer') AS apart,
       EXISTS (SELECT FROM (${ELECTORATE}) e WHERE e.person_id = p.id) AS asked
     FROM person p WHERE p.register_no = $6 AND p.kind = 'natural'`,
    [...whomValues(day, await whomOf(client, campaignId)), registerNo],
  );
  const [person] = rows;
  if (!person) return refuse("survey-person-unknown");
  if (person.apart) return refuse("workers-office-employer-side");
  return person.asked ? ok(person.id) : refuse("workers-office-not-asked");
}
