import type { Locator } from "playwright-core";
import { expect } from "vitest";
import type { BallotContent } from "../../app/domain/decisions/ballot.ts";
import { optionOf } from "../../app/domain/workers-assembly/ranking-plan.ts";
import type { CommandMap, CommandType } from "../../app/wire/commands.ts";
import { persona } from "../../prisma/seed/personas.ts";
import type { Stage, Visitor } from "./browser.ts";
import { signIn } from "./electors.ts";
import { LiveClient } from "./live-client.ts";
import { httpBallotBox, voteInSecret } from "./secret-elector.ts";

type Database = Pick<Stage, "pool">;

/** Fields of a form by the names under which the server reads them; radios and ticks by their value. */
export async function fillIn(form: Locator, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]:not([type=hidden])`);
    const kind = await field.first().evaluate((element) => {
      return element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase();
    });
    if (kind === "select") await field.selectOption(value);
    else if (kind !== "radio" && kind !== "checkbox") await field.fill(value);
    else await form.locator(`[name="${name}"][value="${value}"]`).check();
  }
}

/**
 * The form of this act on a page, folded out where it was folded. Of several, the first that has
 * `having`, a selector of something in it.
 */
export async function formOf({ page }: Visitor, act: string, having = "*"): Promise<Locator> {
  const form = page
    .locator("main form")
    .filter({ has: page.locator(`[name="intent"][value="${act}"]`) })
    .filter({ has: page.locator(having) })
    .first();
  await form.waitFor({ state: "attached" });
  for (const fold of await form.locator("xpath=ancestor::details[not(@open)]").all()) {
    await fold.locator("> summary").click();
  }
  return form;
}

/** Fills a form in and sends it; what the page says then is waited for by the caller. */
export async function send(
  visitor: Visitor,
  act: string,
  fields: Record<string, string> = {},
  having?: string,
): Promise<void> {
  const form = await formOf(visitor, act, having);
  await fillIn(form, fields);
  await form.locator("button:not([type=button])").first().click();
}

/** Sends a proposal from the page where one proposes, and has its id. */
export async function propose(visitor: Visitor, fields: Record<string, string>): Promise<string> {
  await send(visitor, "proposal.propose", fields);
  return proposalMadeBy(visitor);
}

/** The id of what somebody has just proposed, on whose page they are then. */
export async function proposalMadeBy({ page }: Visitor): Promise<string> {
  await page.waitForURL(/\/proposals\/[\da-f-]{36}$/);
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

/** Workers of one office who speak its language, and whom nothing else in a journey is about. */
export async function workersOf(
  { pool }: Database,
  office: string,
  count: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT p.id FROM person p JOIN survey_population s ON s.person_id = p.id
     JOIN office o ON o.id = p.office_id AND o.language = p.language
     WHERE p.office_id = $1 AND NOT EXISTS (SELECT FROM affiliation f
       WHERE f.person_id = p.id AND f.kind = 'support_staff')
     GROUP BY p.id ORDER BY p.id DESC OFFSET 200 LIMIT $2`,
    [office, count],
  );
  expect(rows).toHaveLength(count);
  return rows.map(({ id }) => id);
}

/** Does something as anybody on the register, without a browser. */
export async function actAs<T extends CommandType>(
  { pool, url }: Pick<Stage, "pool" | "url">,
  personId: string,
  type: T,
  payload: CommandMap[T]["payload"],
): Promise<CommandMap[T]["result"]> {
  const [signedIn] = await signIn(pool, [personId]);
  const client = await LiveClient.connect(url, { cookie: signedIn!.cookie });
  const answer = await client.command<CommandMap[T]["result"]>(type, payload);
  client.close();
  if (!answer.ok) throw new Error(`${type} was refused: ${answer.error.code}`);
  return answer.result;
}

/** What the server answers to somebody who asks for an address, as one text. */
export async function answerTo(
  { cookieOf, url }: Pick<Stage, "cookieOf" | "url">,
  personaKey: string,
  path: string,
): Promise<{ status: number; body: string }> {
  const headers = { Cookie: `palabre_session=${await cookieOf(personaKey)}` };
  const response = await fetch(url + path, { headers, redirect: "manual" });
  return { status: response.status, body: await response.text() };
}

/** The number under which a demo person stands in the register. */
export async function registerNo({ pool }: Database, personaKey: string): Promise<string> {
  const { rows } = await pool.query<{ no: string }>(
    "SELECT register_no AS no FROM person WHERE id = $1",
    [persona(personaKey).personId],
  );
  return rows[0]!.no;
}

/** An open proposal by its words, and what ballots call it once the list is frozen. */
export async function proposalOf(
  { pool }: Database,
  sentence: string,
): Promise<{ id: string; option: string }> {
  const { rows } = await pool.query<{ id: string; number: number | null }>(
    "SELECT id, number FROM proposal WHERE sentence = $1 AND state = 'open'",
    [sentence],
  );
  return { id: rows[0]!.id, option: optionOf(rows[0]!.number ?? 0) };
}

/** A vote of a workers' assembly, with the assembly apart that it is held in. */
export type LineVote = { id: string; assemblyId: string; session: string; itemId: string | null };

export async function voteOf(
  { pool }: Database,
  slug: string,
  which: "ranking" | "adoption" | "grading",
): Promise<LineVote> {
  const { rows } = await pool.query<LineVote>(
    `SELECT d.id, a.id AS "assemblyId", a.slug AS session, d.item_id AS "itemId"
     FROM workers_assembly w JOIN assembly a ON a.id = w.assembly_id
     JOIN decision d ON d.id = w.${which}_id WHERE w.slug = $1`,
    [slug],
  );
  return rows[0]!;
}

/** The job process makes keys, opens, counts: each within seconds. */
export async function phaseIs({ pool }: Database, id: string, phase: string): Promise<void> {
  const read = async () => {
    const { rows } = await pool.query<{ phase: string }>(
      `SELECT CASE WHEN d.phase = 'draft' THEN coalesce(u.stage, 'none') ELSE d.phase::text END
         AS phase FROM decision d LEFT JOIN urn u ON u.decision_id = d.id WHERE d.id = $1`,
      [id],
    );
    return rows[0]?.phase;
  };
  await expect.poll(read).toBe(phase);
}

/** Ballots are given out to ten at once, or to fewer after a while that nobody has to wait here. */
export const IN_ONE_BATCH = 10;

/**
 * People who vote at the same moment, without a browser: those who wait for company at one, as many
 * as ten lacks, have it.
 */
export async function castTogether(
  { pool, url }: Pick<Stage, "pool" | "url">,
  { id, assemblyId }: LineVote,
  people: readonly string[],
  says: (at: number) => BallotContent,
): Promise<void> {
  const urns = await httpBallotBox(url, "").keys(assemblyId);
  const urn = urns.find(({ decisionId }) => decisionId === id)!;
  const asked = async () => {
    const { rowCount } = await pool.query("SELECT FROM credential_issue WHERE decision_id = $1", [
      id,
    ]);
    return rowCount;
  };
  await expect.poll(asked).toBe(IN_ONE_BATCH - people.length);
  const signedIn = await signIn(pool, people);
  await Promise.all(
    signedIn.map(({ personId, cookie }, at) =>
      voteInSecret(httpBallotBox(url, cookie), urn, personId, says(at)),
    ),
  );
}

/** Reviews what was filled in, casts it, and has the receipt. */
export async function castFilledIn({ page, button }: Visitor): Promise<void> {
  await button("decisions:ballot.review").click();
  await button("decisions:review.cast").click();
  await page.locator(".receipt-code").first().waitFor();
}
