import type { PersonActor } from "#domain/kernel/actor.ts";
import { LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import { localTime } from "#domain/kernel/local-time.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { FilledIn } from "#domain/surveys/answers.ts";
import { createSurveysFeature } from "#server/features/surveys/index.ts";
import {
  COORDINATE_FORMS,
  CREATE_FORMS,
  DESIGN_PAGE_FORMS,
  QUESTION_FORMS,
} from "#wire/surveys.ts";
import { createTestDatabase } from "../../support/database.ts";
import { grantRole } from "../../support/live-assembly.ts";
import { createTestPlatform } from "../../support/platform.ts";
import { createPeople } from "../../support/register.ts";
import { actorOf } from "../live-session/session.ts";

const DAY_MS = 86_400_000;

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** A text in the fields of a form. */
export function fields(name: string, said: Translated): Record<string, string> {
  return Object.fromEntries(LANGUAGES.map((one) => [`${name}.${one}`, said[one] ?? ""]));
}

/**
 * A cooperative with `workers` members, two of whom coordinate a campaign; an organiser, a director,
 * an adviser of the support team and an observer besides. The clock is ours.
 */
export async function createCampaignWorld(workers: number) {
  const database = await createTestDatabase();
  const at = { now: new Date("2026-03-02T09:00:00Z") };
  const { platform, close } = createTestPlatform(database.url, () => at.now);
  const { pool } = platform;
  const people = await createPeople(pool, workers + 4);
  await pool.query("UPDATE person SET language = 'fr', register_no = 'N' || right(id::text, 12)");
  const ids = people.map(({ id }) => id);
  const [organiserId = "", directorId = "", adviserId = ""] = ids;
  await grantRole(pool, organiserId, "organiser");
  await grantRole(pool, directorId, "director");
  await pool.query(
    `INSERT INTO affiliation (id, person_id, kind, valid_from)
     SELECT uuidv7(), id, 'support_staff', '2020-01-01' FROM unnest($1::uuid[]) AS id`,
    [[organiserId, adviserId]],
  );
  const actors = await Promise.all(ids.map((id) => actorOf(pool, id)));
  const [organiser, director, adviser, observer, ...others] = actors as [
    PersonActor,
    PersonActor,
    PersonActor,
    PersonActor,
    ...PersonActor[],
  ];
  const [first, second] = others as [PersonActor, PersonActor];
  const surveys = createSurveysFeature(platform);
  const registerNo = async (person: PersonActor) => {
    const { rows } = await pool.query<{ no: string }>(
      "SELECT register_no AS no FROM person WHERE id = $1",
      [person.personId],
    );
    return rows[0]!.no;
  };

  const { slug } = must(
    await surveys.create(
      organiser,
      CREATE_FORMS.create.parse({
        ...fields("title", { fr: "Nos conditions" }),
        ...fields("themes", { fr: "Rémunération\nMaladie" }),
        contact: "ici@example.org",
        electorate: "members",
        coordinators: `${await registerNo(first)} ${await registerNo(second)}`,
      }),
    ),
  );

  /** A survey of three questions, reviewed in Dutch, and launched for a week. */
  async function launched(): Promise<string> {
    const survey = must(
      await surveys.tend.addSurvey(first, {
        ...COORDINATE_FORMS["add-survey"].parse({
          ...fields("title", { fr: "Une enquête", nl: "Een bevraging" }),
          sourceLanguage: "fr",
        }),
        slug,
      }),
    ).slug;
    for (const question of QUESTIONS) {
      const page = must(await surveys.design(first, survey));
      const form = QUESTION_FORMS["save-question"].parse({
        ...question,
        revision: page.survey.revision,
      });
      must(await surveys.redesign.question(first, { ...form, slug: survey }));
    }
    const { revision } = must(await surveys.design(second, survey)).survey;
    must(await surveys.redesign.review(second, { slug: survey, revision, language: "nl" }));
    must(await launch(survey));
    return survey;
  }

  async function launch(survey: string, actor = first) {
    const { revision } = must(await surveys.design(first, survey)).survey;
    const form = DESIGN_PAGE_FORMS.launch.parse({
      revision,
      closesAt: localTime(new Date(at.now.getTime() + 7 * DAY_MS)),
      whoActs: "la coordination",
      answerBy: localTime(new Date(at.now.getTime() + 30 * DAY_MS)).slice(0, 10),
    });
    return surveys.redesign.launch(actor, { ...form, slug: survey });
  }

  const answer = (actor: PersonActor, survey: string, filledIn: FilledIn, version = 1) =>
    surveys.answer(actor, { slug: survey, version, language: "fr", filledIn });

  return {
    ...{ at, pool, platform, surveys, slug, organiser, director, adviser, observer, first, second },
    ...{ others, registerNo, launched, launch, answer },
    later: (days: number) => (at.now = new Date(at.now.getTime() + days * DAY_MS)),
    close: async () => {
      await close();
      await database.drop();
    },
  };
}

export type CampaignWorld = Awaited<ReturnType<typeof createCampaignWorld>>;

const QUESTIONS = [
  {
    kind: "single",
    ...fields("text", { fr: "Ça va ?", nl: "Gaat het?" }),
    ...fields("options", { fr: "Oui\nNon", nl: "Ja\nNee" }),
  },
  {
    kind: "single",
    groups: "on",
    ...fields("text", { fr: "Où ?", nl: "Waar?" }),
    ...fields("options", { fr: "Ici\nLà", nl: "Hier\nDaar" }),
  },
  { kind: "open", ...fields("text", { fr: "Et encore ?", nl: "En verder?" }) },
];
