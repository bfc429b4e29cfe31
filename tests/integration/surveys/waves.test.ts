import { afterAll, beforeAll, expect, it } from "vitest";
import { COORDINATE_FORMS } from "#wire/surveys.ts";
import { code } from "../live-session/session.ts";
import { createCampaignWorld, fields, must } from "./campaign.ts";

let world: Awaited<ReturnType<typeof createCampaignWorld>>;
beforeAll(async () => {
  world = await createCampaignWorld(4);
});
afterAll(() => world.close());

it("asks a published survey again in its words, for its coordination alone", async () => {
  const { surveys, pool, slug, first, organiser } = world;
  must(await surveys.tend.publish(first, slug));
  const earlier = await world.launched();
  const again = (title: string) => ({
    ...COORDINATE_FORMS["add-survey"].parse({
      ...fields("title", { fr: title }),
      sourceLanguage: "fr",
      earlier,
    }),
    slug,
  });
  expect(code(await surveys.tend.addSurvey(first, again("Trop tôt")))).toBe("not-found");
  await pool.query("UPDATE survey SET phase = 'published', closed_on = '2026-03-09'");
  expect(code(await surveys.tend.addSurvey(organiser, again("Autre")))).toBe("not-allowed");
  const { slug: wave } = must(await surveys.tend.addSurvey(first, again("La même, un an après")));
  const before = must(await surveys.design(first, earlier)).questionnaire;
  const now = must(await surveys.design(first, wave)).questionnaire;
  expect(now.questions).toEqual(before.questions);
  expect(now.title).toEqual({ fr: "La même, un an après" });
  const { rows } = await pool.query(
    "SELECT FROM survey s JOIN survey e ON e.id = s.earlier_id WHERE s.slug = $1 AND e.slug = $2",
    [wave, earlier],
  );
  expect(rows).toHaveLength(1);
});
