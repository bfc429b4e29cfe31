import type { ClientBase } from "pg";
import type { Answers } from "../../app/domain/surveys/answers.ts";
import type { Frame } from "../../app/domain/surveys/frame.ts";
import { releaseOf } from "../../app/domain/surveys/release.ts";
import { freezePopulation } from "../../server/features/surveys/population.ts";
import { insertRows, type Row } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import { persona } from "./personas.ts";
import type { SeededRandom } from "./random.ts";
import { seedEarlierSurvey } from "./surveys-earlier.ts";
import { CAMPAIGN_TEXTS, CONDITIONS, DEMANDS, REST, THEMES, UNSORTED } from "./surveys-texts.ts";

const OFFICES = ["antwerpen", "bruxelles", "gent", "liege"];
const CAMPAIGN = demoId("campaign", 1);
const [ANSWERED, ASKED] = [demoId("survey", 1), demoId("survey", 2)];
/** As many as answered in March 2024. */
const ANSWERS = 228;
const ANSWERED_SO_FAR = 46;

/**
 * A campaign of the workers' assembly in four cities: a survey that 228 answered, counted and sorted
 * into demands, and one that is open now. Who answered the first is known of nobody any more.
 */
export async function seedSurveys(
  client: ClientBase,
  random: SeededRandom,
  today: string,
): Promise<void> {
  await seedCampaign(client, today);
  await seedAnswered(client, random, today);
  await seedAsked(client, random, today);
  await seedEarlierSurvey(client, ANSWERED);
}

async function seedCampaign(client: ClientBase, today: string): Promise<void> {
  const at = brusselsInstant(addDays(today, -120), "10:00");
  await client.query(
    `INSERT INTO campaign (id, slug, titles, purpose, sponsor, contact, themes, electorate, offices,
       calendar, published_on, created_by, created_at)
     VALUES ($1, 'nos-conditions-de-travail', $2, $3, $4, $5, $6, 'workers', $7, $8, $9, $10, $11)`,
    [
      CAMPAIGN,
      CAMPAIGN_TEXTS.titles,
      CAMPAIGN_TEXTS.purpose,
      CAMPAIGN_TEXTS.sponsor,
      "assemblee@demo.example",
      JSON.stringify(THEMES),
      OFFICES,
      JSON.stringify(calendar(today)),
      addDays(today, -115),
      persona("organiser").personId,
      at,
    ],
  );
  const parts = [
    ...["moderator", "second-moderator", "member-de"].map((key) => [key, "coordinator"] as const),
    ["director", "observer"] as const,
  ];
  await insertRows(
    client,
    "campaign_person",
    { campaign_id: "uuid", person_id: "uuid", part: "text", since: "date" },
    parts.map(([key, part]) => ({
      campaign_id: CAMPAIGN,
      person_id: persona(key).personId,
      part,
      since: addDays(today, -118),
    })),
  );
}

function calendar(today: string) {
  return [
    {
      on: addDays(today, -85),
      titles: {
        fr: "L’enquête s’ouvre",
        nl: "De bevraging begint",
        de: "Die Umfrage beginnt",
        en: "The survey opens",
      },
    },
    {
      on: addDays(today, -30),
      titles: {
        fr: "Ateliers à Anvers, Bruxelles, Gand et Liège",
        nl: "Workshops in Antwerpen, Brussel, Gent en Luik",
        de: "Werkstätten in Antwerpen, Brüssel, Gent und Lüttich",
        en: "Workshops in Antwerp, Brussels, Ghent and Liège",
      },
    },
    {
      on: addDays(today, 24),
      titles: {
        fr: "Assemblée à Bruxelles",
        nl: "Assemblee in Brussel",
        de: "Versammlung in Brüssel",
        en: "Assembly in Brussels",
      },
    },
  ];
}

type Launched = {
  id: string;
  slug: string;
  phase: "open" | "published";
  launched: string;
  closes: string;
  today: string;
};

async function insertSurvey(
  client: ClientBase,
  questionnaire: typeof REST,
  { id, slug, phase, launched, closes, today }: Launched,
): Promise<Frame> {
  await client.query(
    `INSERT INTO survey (id, campaign_id, slug, phase, source_language, questionnaire, sensitive,
       closes_at, launched_on, closed_on, frame, version, created_at)
     VALUES ($1, $2, $3, $4, 'fr', $5, true, $6, $7, $8, '{}', 1, $9)`,
    [
      id,
      CAMPAIGN,
      slug,
      phase,
      questionnaire,
      brusselsInstant(closes, "20:00"),
      launched,
      phase === "open" ? null : closes,
      brusselsInstant(addDays(launched, -20), "09:00"),
    ],
  );
  const whom = { campaignId: CAMPAIGN, electorate: "workers", offices: OFFICES } as const;
  const draw = undefined;
  const frame = await freezePopulation(client, id, { day: today, whom: { ...whom }, draw });
  await client.query("UPDATE survey SET frame = $2 WHERE id = $1", [id, frame]);
  const languages = ["fr", "nl", "de", "en"];
  await client.query(
    `INSERT INTO survey_version (survey_id, version, questionnaire, languages, from_on)
     VALUES ($1, 1, $2, $3, $4)`,
    [id, questionnaire, languages, launched],
  );
  await insertRows(
    client,
    "survey_translation",
    { survey_id: "uuid", language: "text", written_by: "uuid", reviewed_by: "uuid" },
    languages.map((language) => ({
      survey_id: id,
      language,
      written_by: persona("moderator").personId,
      reviewed_by: persona("second-moderator").personId,
    })),
  );
  return frame;
}

async function seedAnswered(
  client: ClientBase,
  random: SeededRandom,
  today: string,
): Promise<void> {
  const [launched, closes] = [addDays(today, -85), addDays(today, -54)];
  const slug = "conditions-de-travail";
  const survey = { id: ANSWERED, slug, phase: "published", launched, closes, today } as const;
  const frame = await insertSurvey(client, CONDITIONS, survey);
  const answers = Array.from({ length: ANSWERS }, (_, at) => someAnswers(random, at));
  await insertAnswers(client, random, ANSWERED, answers);
  await insertDemands(client, random);
  const written = DEMANDS.flatMap(({ words }) => words).length * 6 + UNSORTED.length;
  const asked = Math.round(frame.size * 0.83);
  const release = releaseOf({
    questionnaire: CONDITIONS,
    mode: "all-invited",
    sensitive: true,
    field: {
      size: frame.size,
      of: frame.of,
      ineligible: 0,
      asked,
      bounced: Math.round(asked / 60),
    },
    known: frame.margins,
    answers,
    written: { q6: written },
  });
  await client.query(
    `INSERT INTO survey_release (survey_id, made_on, results, published_on) VALUES ($1, $2, $3, $4)`,
    [ANSWERED, closes, release, addDays(closes, 9)],
  );
  await insertSendings(client, ANSWERED, [
    { number: 1, sent_on: launched, asked, spared: frame.size - asked },
    { number: 2, sent_on: addDays(launched, 16), asked: asked - 120, spared: frame.size - asked },
  ]);
}

async function seedAsked(client: ClientBase, random: SeededRandom, today: string): Promise<void> {
  const launched = addDays(today, -6);
  const slug = "malades-ou-blesses";
  const closes = addDays(today, 12);
  const survey = { id: ASKED, slug, phase: "open", launched, closes, today } as const;
  const frame = await insertSurvey(client, REST, survey);
  const answers = Array.from(
    { length: ANSWERED_SO_FAR },
    (): Answers => ({
      q1: random.pick(["o1", "o2", "o3", "o3"]),
      q2: random.pick(OFFICES),
    }),
  );
  await insertAnswers(client, random, ASKED, answers);
  // Personas have the first numbers of the register: none of them has answered.
  await client.query(
    `INSERT INTO survey_mark (survey_id, person_id, answered_on, poured)
     SELECT $1, person_id, $2::date + (row_number() OVER (ORDER BY person_id) / 9)::int, true
     FROM (SELECT person_id FROM survey_population WHERE survey_id = $1
       ORDER BY person_id DESC LIMIT $3) answered`,
    [ASKED, launched, ANSWERED_SO_FAR],
  );
  const asked = Math.round(frame.size * 0.8);
  await insertSendings(client, ASKED, [
    { number: 1, sent_on: launched, asked, spared: frame.size - asked },
  ]);
}

/** From bad to good, so that 228 answers are spread as published averages let suppose. */
const SCALE = [11, 12, 16, 20, 29, 37, 45, 32, 15, 11];
const CITIES = [38, 96, 40, 54];

function someAnswers(random: SeededRandom, at: number): Answers {
  const often = () => random.pick(["o1", "o2", "o2", "o3"]);
  const wanted = ["o1", "o2", "o3", "o4"].filter((_, place) => random.below(10) < 7 - place);
  return {
    q1: String(placeOf(SCALE, (at * 89) % ANSWERS) + 1),
    q2: OFFICES[placeOf(CITIES, at)]!,
    ...(at % 19 === 0 ? {} : { q3: random.below(5) < 3 ? "o1" : "o2" }),
    ...(wanted.length > 0 ? { q4: wanted } : {}),
    ...(at % 11 === 0 ? {} : { q5: { r1: often(), r2: often(), r3: often() } }),
  };
}

/** In which of these portions the n-th falls. */
function placeOf(portions: readonly number[], n: number): number {
  let left = n;
  return portions.findIndex((portion) => (left -= portion) < 0);
}

async function insertAnswers(
  client: ClientBase,
  random: SeededRandom,
  surveyId: string,
  answers: readonly Answers[],
): Promise<void> {
  await insertRows(
    client,
    "survey_answer",
    { id: "uuid", survey_id: "uuid", version: "int4", answers: "jsonb" },
    random
      .shuffle(answers)
      .map(
        (said): Row => ({ id: someUuid(random), survey_id: surveyId, version: 1, answers: said }),
      ),
  );
}

/** Names that say nothing, in no order. */
function someUuid(random: SeededRandom): string {
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

async function insertDemands(client: ClientBase, random: SeededRandom): Promise<void> {
  const demands = DEMANDS.map((demand, at) => ({ ...demand, id: demoId("survey-demand", at + 1) }));
  await insertRows(
    client,
    "survey_demand",
    { id: "uuid", survey_id: "uuid", theme: "text", language: "text", text: "text" },
    demands.map(({ id, theme, language, demand }) => ({
      ...{ id, theme, language, text: demand, survey_id: ANSWERED },
    })),
  );
  const sorted = demands.flatMap(({ id, language, words }) =>
    words.flatMap((text) => Array.from({ length: 6 }, () => ({ language, text, demand_id: id }))),
  );
  await insertRows(
    client,
    "survey_text",
    {
      ...{ id: "uuid", survey_id: "uuid", question: "text", language: "text", text: "text" },
      demand_id: "uuid",
    },
    random
      .shuffle([...sorted, ...UNSORTED.map((one) => ({ ...one, demand_id: undefined }))])
      .map((one): Row => ({ ...one, id: someUuid(random), survey_id: ANSWERED, question: "q6" })),
  );
}

function insertSendings(client: ClientBase, surveyId: string, rows: readonly Row[]): Promise<void> {
  return insertRows(
    client,
    "survey_sending",
    { survey_id: "uuid", number: "int4", sent_on: "date", asked: "int4", spared: "int4" },
    rows.map((row) => ({ ...row, survey_id: surveyId })),
  );
}
