import type { Row } from "./batch.ts";
import { addDays } from "./days.ts";
import { demoId } from "./ids.ts";
import { persona } from "./personas.ts";
import { FIRST, type SeedEdition, THIRD } from "./workers-assembly-editions.ts";

export type ProposalRows = Record<"proposals" | "versions" | "texts" | "sources" | "people", Row[]>;

/** Rows of every table about the proposals of one workers' assembly. */
export function proposalRows(
  edition: SeedEdition,
  today: string,
  people: readonly string[],
): ProposalRows {
  const behind = edition === FIRST ? [] : peopleRows(edition, people);
  const proposals = edition.proposals.map((proposal, at): Row => {
    const { kind, theme, city, language, source } = proposal;
    const id = demoId("proposal", edition.firstProposal + at);
    return {
      ...{ id, workers_assembly_id: edition.id, kind, theme, city, language },
      number: edition.stage === "gathering" ? undefined : at + 1,
      ...{ sentence: source[0], paragraph: source[1] },
      supports: behind.filter((one) => one["proposal_id"] === id && one["part"] === "supporter")
        .length,
      proposed_on: addDays(edition.days(today).createdOn, 12 + ((at * 11) % 20)),
    };
  });
  return {
    proposals,
    versions: proposals.map(
      ({ id, kind, theme, city, language, sentence, paragraph, proposed_on }) => ({
        ...{ proposal_id: id, revision: 0, kind, theme, city, language, sentence, paragraph },
        written_on: proposed_on,
      }),
    ),
    texts: textRows(edition),
    sources: sourceRows(edition),
    people: behind,
  };
}

function textRows({ proposals, firstProposal }: SeedEdition): Row[] {
  return proposals.flatMap(({ other }, at) =>
    other
      ? [
          {
            proposal_id: demoId("proposal", firstProposal + at),
            language: other.language,
            sentence: other.text[0],
            paragraph: other.text[1],
            of_revision: 0,
            written_by: persona("moderator").personId,
            reviewed_by: persona("second-moderator").personId,
          },
        ]
      : [],
  );
}

const CITY_NAMES: Record<string, string> = {
  ...{ antwerpen: "Antwerpen", bruxelles: "Bruxelles", gent: "Gent", liege: "Liège" },
  ...{ namur: "Namur", charleroi: "Charleroi", mons: "Mons", eupen: "Eupen" },
};

/**
 * Every proposal was written down at a workshop. Answers of the survey of March 2024 are deleted
 * since, as they had to be: what is left of them is that they were there.
 */
function sourceRows(edition: SeedEdition): Row[] {
  const { proposals, firstProposal } = edition;
  return proposals.flatMap(({ city, surveyDemand }, at) => {
    const proposal_id = demoId("proposal", firstProposal + at);
    const town = CITY_NAMES[city]!;
    const when = edition === FIRST ? ", 2024" : "";
    const workshop = { proposal_id, kind: "workshop", source: city, label: `${town}${when}` };
    const rows: Row[] = edition === THIRD && at % 2 === 1 ? [] : [workshop];
    if (surveyDemand) {
      const source = demoId("survey-demand", surveyDemand);
      rows.push({ proposal_id, kind: "survey-demand", source, label: "" });
    }
    if (edition === FIRST && at % 4 === 0) {
      const label = "03/2024 · 228";
      rows.push({ proposal_id, kind: "survey-demand", source: `2024-03:${at + 1}`, label });
    }
    return rows;
  });
}

/** One author each, and up to 38 supporters; three of them are people whom visitors may become. */
function peopleRows({ proposals, firstProposal }: SeedEdition, people: readonly string[]): Row[] {
  return proposals.flatMap((_, at) => {
    const proposal_id = demoId("proposal", firstProposal + at);
    const from = (at * 23) % (people.length - 42);
    const size = 3 + ((at * 19) % 36);
    const author = authorOf(firstProposal + at) ?? people[from];
    const supporters = people.slice(from + 1, from + 1 + size);
    return [
      { proposal_id, person_id: author, part: "author" },
      ...supporters.map((person_id) => ({ proposal_id, person_id, part: "supporter" })),
    ];
  });
}

function authorOf(proposal: number): string | undefined {
  if (proposal === THIRD.firstProposal) return persona("member-fr").personId;
  if (proposal === THIRD.firstProposal + 1) return persona("member-nl").personId;
  return undefined;
}
