import type { Language, Translated } from "../kernel/languages.ts";
import type { AdoptionCount, DemandText, GradedDemand } from "./graded-demand.ts";
import type { ProposalKind, SourceKind } from "./stage.ts";

/** What a proposal came from. `link`: a path on our site, where there is a public page of it. */
export type BookSource = { kind: SourceKind; label: string; language?: Language; link?: string };

/** One sentence and one paragraph that were proposed. */
export type Wording = { language: Language; sentence: string; paragraph: string };

/** One of the frozen list, as it goes to the board. `code`: P01, P02 … */
export type BookProposal = {
  id: string;
  code: string;
  kind: ProposalKind;
  /** A theme of the campaign, by its id. */
  theme: string;
  /** The name of an office; '' where it comes from none. */
  city: string;
  /** What is asked for, in every language it exists in; the one it was written in first. */
  texts: DemandText[];
  /** How many proposed or supported it before the list was frozen. */
  supports: number;
  /** How many ballots of the ranking approved it; missing where that vote counted otherwise. */
  approvals?: number;
  sources: BookSource[];
  /** Wordings that were merged into it, with the consent of their authors. */
  wordings: Wording[];
};

/** One that was debated. */
export type BookDemand = BookProposal & {
  /** In which order it was chosen for debate. */
  chosenPlace: number;
  /** As it was proposed; missing where the debate left it as it was. */
  proposed?: Wording;
  /** Texts that the debate made of it. */
  versions: number;
  adopted: boolean;
  votes: AdoptionCount;
  /** Ballots by grade, from the worst to the best. */
  grades: number[];
  median?: number;
  /** Among the adopted ones: 1, 2 …; equal ones share it. Missing where it was not adopted. */
  place?: number;
  dissent: GradedDemand["dissent"][number][];
};

/** A theme of the campaign. */
export type BookTheme = { id: string; titles: Translated };

/** A book of demands as it is published: everything in it is counted, nobody is named. */
export type Book = {
  format: "palabre-book/1";
  titles: Translated;
  campaign: { slug: string; titles: Translated };
  themes: BookTheme[];
  /** ISO day. */
  meetsOn?: string;
  place: string;
  foreword: Translated;
  recruited: Translated;
  /** How many were there on the day. */
  present?: number;
  /** How many could vote in the ranking, and how many did. */
  ranking?: { eligible: number; voted: number };
  /** Adopted ones by grade, then those that were not adopted. */
  demands: BookDemand[];
  /** The others, by number: they go to the board as well. */
  annex: BookProposal[];
};

/**
 * The demands of a book in their order: adopted ones by majority grade, the best first and equal
 * ones in the order in which they were chosen; then those that were not adopted (rules 3.2.5).
 */
export function inBookOrder(
  proposals: readonly (BookProposal & { chosenPlace: number })[],
  graded: readonly GradedDemand[],
): BookDemand[] {
  const results = new Map(graded.map((one) => [one.proposalId, one]));
  const demands = proposals.flatMap((proposal): BookDemand[] => {
    const result = results.get(proposal.id);
    return result ? [demandOf(proposal, result)] : [];
  });
  const rank = (one: BookDemand) => results.get(one.id)!.place;
  const sorted = demands.sort(
    (a, b) =>
      Number(b.adopted) - Number(a.adopted) || rank(a) - rank(b) || a.chosenPlace - b.chosenPlace,
  );
  // Places among the adopted ones alone: what was not adopted leaves no gap.
  const adopted = sorted.filter((one) => one.adopted).map(rank);
  return sorted.map((one) =>
    one.adopted ? { ...one, place: 1 + adopted.filter((other) => other < rank(one)).length } : one,
  );
}

function demandOf(
  proposal: BookProposal & { chosenPlace: number },
  { texts, versions, adopted, votes, grades, median, dissent }: GradedDemand,
): BookDemand {
  const [first] = proposal.texts;
  const proposed = first && {
    language: first.language,
    sentence: first.sentence,
    paragraph: first.paragraph,
  };
  return {
    ...proposal,
    ...(versions > 0 && proposed ? { proposed } : {}),
    texts: texts.length > 0 ? [...texts] : proposal.texts,
    versions,
    adopted,
    votes,
    grades: [...grades],
    ...(median === undefined ? {} : { median }),
    dissent: [...dissent],
  };
}

/** A text of a demand for a reader: in their language, else in the one it was debated in. */
export function textFor(texts: readonly DemandText[], reader: Language): DemandText {
  const found = texts.find(({ language }) => language === reader) ?? texts[0];
  if (!found) throw new Error("a demand has a text");
  return found;
}
