import { translator } from "#app/i18n/server.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { HomeSource } from "../../home/source.ts";
import { isoDay } from "../../../platform/instants.ts";

type Asked = { slug: string; id: string; sentence: string; language: Language; answerBy: string };

/** A common wording that waits for one's consent: what one wrote stays as it is without it. */
export const proposalsHome: HomeSource = async ({ pool }, { actor, language }) => {
  const { rows } = await pool.query<Asked>(
    `SELECT DISTINCT ON (m.id) w.slug, p.id, p.sentence, p.language,
       ${isoDay("m.answer_by")} AS "answerBy"
     FROM proposal_person b
     JOIN proposal_merge_part o ON o.proposal_id = b.proposal_id
     JOIN proposal_merge m ON m.id = o.merge_id AND m.state = 'open'
     JOIN proposal p ON p.id = b.proposal_id
     JOIN workers_assembly w ON w.id = m.workers_assembly_id
     WHERE b.person_id = $1 AND b.part = 'author'
       AND NOT EXISTS (SELECT FROM proposal_merge_consent c
         WHERE c.merge_id = m.id AND c.person_id = $1)
     ORDER BY m.id, p.id LIMIT 5`,
    [actor.personId],
  );
  const { t } = translator(language);
  return rows.map(({ slug, id, sentence, language: written, answerBy }) => ({
    key: `proposal-merge:${id}`,
    part: "waits",
    sign: t("workers-assembly:home.merge.sign"),
    title: sentence,
    ...(written === language ? {} : { titleLanguage: written }),
    action: t("workers-assembly:home.merge.action"),
    link: `/workers-assembly/${slug}/proposals/${id}`,
    at: new Date(answerBy).toISOString(),
  }));
};
