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

function lineOf(book: Book, one: BookProposal | BookDemand, language: Language): string[] {
  const text = textFor(one.texts, language);
  const theme = book.themes.find(({ id }) => id === one.theme);
  const demand = "votes" in one ? one : undefined;
  const { t } = translator(language);
  const cells: Record<(typeof COLUMNS)[number], string | number | undefined> = {
    place: demand?.place,
    code: one.code,
    kind: one.kind,
    theme: theme && inLanguage(theme.titles, language)?.value,
    city: one.city,
    language: text.language,
    sentence: text.sentence,
    paragraph: text.paragraph,
    supports: one.supports,
    approvals: one.approvals,
    chosen: demand?.chosenPlace,
    adopted: demand && String(demand.adopted),
    for: demand?.votes.for,
    against: demand?.votes.against,
    abstain: demand?.votes.abstain,
    median: demand?.median === undefined ? undefined : t(`workers-book:grade.${demand.median}`),
    dissent: demand?.dissent.map((note) => note.text).join(" | "),
    sources: one.sources.map(({ label }) => label).join(" | "),
  };
  const grades = Array.from({ length: 6 }, (_, grade) => demand?.grades[grade]);
  return [...COLUMNS.map((column) => cells[column]), ...grades].map((cell) => String(cell ?? ""));
}
