import type { ClientBase } from "pg";
import type { Answers } from "../../app/domain/surveys/answers.ts";
import type { Frame } from "../../app/domain/surveys/frame.ts";
import { releaseOf } from "../../app/domain/surveys/release.ts";
import { insertRows } from "./batch.ts";
import { brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import { persona } from "./personas.ts";
import { seededRandom } from "./random.ts";
import {
  BECAME_2024,
  CALENDAR_2024,
  CAMPAIGN_TEXTS,
  CONDITIONS,
  DEMANDS,
  THEMES,
} from "./surveys-texts.ts";

/** Before the campaign of today: lists have the latest first. */
const CAMPAIGN = demoId("campaign", 0);
const SURVEY = demoId("survey", 0);
const OFFICES = ["antwerpen", "bruxelles", "gent", "liege"];
const [LAUNCHED, CLOSED, PUBLISHED] = ["2024-03-04", "2024-03-29", "2024-04-12"];
/** How many there were in 2024 for one of today. */
const SMALLER = 0.93;
/** How 214 people stood on the scale, from bad to good, and where they worked. */
const SCALE = [15, 17, 21, 25, 28, 36, 35, 20, 10, 7];
const CITIES = [36, 90, 38, 50];
/** Answers behind each demand that was made of them. */
const BEHIND = [24, 15, 9];

/**
 * The same survey two years earlier, which `againId` repeats (rules 6.5). More than a year after its
 * close only what was published is left of it (rules 5.4).
 */
export async function seedEarlierSurvey(client: ClientBase, againId: string): Promise<void> {
  const { rows } = await client.query<{ frame: Frame }>("SELECT frame FROM survey WHERE id = $1", [
    againId,
  ]);
  const frame = smaller(rows[0]!.frame);
  await insertCampaign(client);
  await client.query(
    `INSERT INTO survey (id, campaign_id, slug, phase, source_language, questionnaire, sensitive,
       closes_at, launched_on, closed_on, frame, became, version, created_at)
     VALUES ($1, $2, 'conditions-de-travail-2024', 'published', 'fr', $3, true, $4, $5, $6, $7, $8,
       1, $9)`,
    [
      ...[SURVEY, CAMPAIGN, CONDITIONS, brusselsInstant(CLOSED, "20:00"), LAUNCHED, CLOSED, frame],
      ...[BECAME_2024, brusselsInstant("2024-02-12", "09:00")],
    ],
  );
  await client.query(
    `INSERT INTO survey_version (survey_id, version, questionnaire, languages, from_on)
     VALUES ($1, 1, $2, '{fr,nl,de,en}', $3)`,
    [SURVEY, CONDITIONS, LAUNCHED],
  );
  await client.query(
    `INSERT INTO survey_release (survey_id, made_on, results, published_on) VALUES ($1, $2, $3, $4)`,
    [SURVEY, CLOSED, releaseIn(frame), PUBLISHED],
  );
  await insertRows(
    client,
    "survey_demand",
    {
      ...{ id: "uuid", survey_id: "uuid", theme: "text", language: "text", text: "text" },
      past_answers: "int4",
    },
    BEHIND.map((past_answers, at) => {
      const { theme, language, demand: text } = DEMANDS[at]!;
      return {
        id: demoId("survey-demand", 100 + at),
        survey_id: SURVEY,
        theme,
        language,
        text,
        past_answers,
      };
    }),
  );
  await client.query("UPDATE survey SET earlier_id = $2 WHERE id = $1", [againId, SURVEY]);
}

async function insertCampaign(client: ClientBase): Promise<void> {
  const { titles, purpose, sponsor } = CAMPAIGN_TEXTS;
  const then = Object.entries(titles).map(([language, title]) => [language, `${title}, 2024`]);
  await client.query(
    `INSERT INTO campaign (id, slug, titles, purpose, sponsor, contact, themes, electorate, offices,
       calendar, published_on, created_by, created_at)
     VALUES ($1, 'nos-conditions-de-travail-2024', $2, $3, $4, 'assemblee@demo.example', $5,
       'workers', $6, $7, '2024-02-19', $8, $9)`,
    [
      ...[CAMPAIGN, Object.fromEntries(then), purpose, sponsor, JSON.stringify(THEMES), OFFICES],
      ...[JSON.stringify(CALENDAR_2024), persona("organiser").personId],
      brusselsInstant("2024-02-05", "10:00"),
    ],
  );
  await insertRows(
    client,
    "campaign_person",
    { campaign_id: "uuid", person_id: "uuid", part: "text", since: "date" },
    ["moderator", "second-moderator"].map((key) => ({
      campaign_id: CAMPAIGN,
      person_id: persona(key).personId,
      part: "coordinator",
      since: "2024-02-12",
    })),
  );
}

function smaller({ drawn, margins, ...counts }: Frame): Frame {
  const then = (count: number) => Math.round(count * SMALLER);
  return {
    drawn,
    size: then(counts.size),
    of: then(counts.of),
    margins: margins.map(({ margin, groups }) => ({
      margin,
      groups: Object.fromEntries(Object.entries(groups).map(([id, count]) => [id, then(count)])),
    })),
  };
}

function releaseIn(frame: Frame) {
  const random = seededRandom(2024);
  const scale = random.shuffle(SCALE.flatMap((count, at) => Array<number>(count).fill(at + 1)));
  const cities = CITIES.flatMap((count, at) => Array<string>(count).fill(OFFICES[at]!));
  const often = () => random.pick(["o1", "o2", "o3", "o3"]);
  const answers = cities.map((q2, at): Answers => {
    const q4 = ["o1", "o2", "o3", "o4"].filter((_, place) => random.below(10) < 8 - place);
    return {
      q1: String(scale[at]),
      q2,
      q3: random.below(5) < 3 ? "o1" : "o2",
      ...(q4.length > 0 ? { q4 } : {}),
      ...(at % 9 === 0 ? {} : { q5: { r1: often(), r2: often(), r3: often() } }),
    };
  });
  const asked = Math.round(frame.size * 0.8);
  return releaseOf({
    questionnaire: CONDITIONS,
    mode: "all-invited",
    sensitive: true,
    field: {
      ...{ size: frame.size, of: frame.of, ineligible: 0, asked },
      bounced: Math.round(asked / 50),
    },
    known: frame.margins,
    answers,
    written: { q6: BEHIND.reduce((sum, count) => sum + count, 0) },
  });
}
