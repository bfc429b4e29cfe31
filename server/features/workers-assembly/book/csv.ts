import { translator } from "#app/i18n/server.ts";
import { inLanguage, type Language } from "#domain/kernel/languages.ts";
import {
  type Book,
  type BookDemand,
  type BookProposal,
  textFor,
} from "#domain/workers-assembly/book.ts";
import { openTable } from "../../../platform/csv-table.ts";

const COLUMNS = [
  "place",
  "code",
  "kind",
  "theme",
  "city",
  "language",
  "sentence",
  "paragraph",
  "supports",
  "approvals",
  "chosen",
  "adopted",
  "for",
  "against",
  "abstain",
  "median",
  "dissent",
  "sources",
] as const;

/** A book of demands as open data: a line a proposal, demands first, then the annex. */
export function bookCsv(book: Book, language: Language): string {
  const { t } = translator(language);
  const head = COLUMNS.map((column) => t(`workers-book:column.${column}`));
  const grades = Array.from({ length: 6 }, (_, grade) => t(`workers-book:grade.${grade}`));
  return openTable([
    [...head, ...grades],
    ...book.demands.map((one) => lineOf(book, one, language)),
    ...book.annex.map((one) => lineOf(book, one, language)),
  ]);
}

type Cells = Record<(typeof COLUMNS)[number], string | number | undefined>;
type Voted = Pick<
  Cells,
  "place" | "chosen" | "adopted" | "for" | "against" | "abstain" | "median" | "dissent"
>;

const NOT_DEBATED = {
  place: undefined,
  chosen: undefined,
  adopted: undefined,
  for: undefined,
  against: undefined,
  abstain: undefined,
  median: undefined,
  dissent: undefined,
} satisfies Voted;

function votedOn(demand: BookDemand, language: Language): Voted {
  const { t } = translator(language);
  const { place, chosenPlace, adopted, votes, median, dissent } = demand;
  return {
    place,
    chosen: chosenPlace,
    adopted: String(adopted),
    ...votes,
    median: median === undefined ? undefined : t(`workers-book:grade.${median}`),
    dissent: dissent.map((note) => note.text).join(" | "),
  };
}

function lineOf(book: Book, one: BookProposal | BookDemand, language: Language): string[] {
  const text = textFor(one.texts, language);
  const theme = book.themes.find(({ id }) => id === one.theme);
  const demand = "votes" in one ? one : undefined;
  const cells: Cells = {
    code: one.code,
    kind: one.kind,
    theme: theme && inLanguage(theme.titles, language)?.value,
    city: one.city,
    language: text.language,
    sentence: text.sentence,
    paragraph: text.paragraph,
    supports: one.supports,
    approvals: one.approvals,
    ...(demand ? votedOn(demand, language) : NOT_DEBATED),
    sources: one.sources.map(({ label }) => label).join(" | "),
  };
  const grades = Array.from({ length: 6 }, (_, grade) => demand?.grades[grade]);
  return [...COLUMNS.map((column) => cells[column]), ...grades].map((cell) => String(cell ?? ""));
}
