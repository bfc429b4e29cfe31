import { type PublishedTable, SMALL_CELLS, suppressSmallCells } from "../decisions/suppression.ts";

/** Members of one office by one trait: how many have each of its values. */
export type MemberCount = { office: string; value: string; members: number };

/** What a region is shown by. Each is a table of its own: offices × values. */
export const REGIONAL_TRAITS = ["category", "language", "seniority"] as const;
export type RegionalTrait = (typeof REGIONAL_TRAITS)[number];

/** One table as it may be published; `values` are its columns, in the order they came. */
export type PublishedTraits = { values: string[]; table: PublishedTable };
export type PublishedTables = Record<RegionalTrait, PublishedTraits>;

/**
 * Counts of members as they may be shown at the stops of a tour (rules 5.3): groups of an office
 * that are too small are hidden or merged, and never one alone. Offices in the order they came.
 */
export function publishRegions(
  counts: Record<RegionalTrait, readonly MemberCount[]>,
): PublishedTables {
  return {
    category: publishTrait(counts.category),
    language: publishTrait(counts.language),
    seniority: publishTrait(counts.seniority),
  };
}

function publishTrait(counts: readonly MemberCount[]): PublishedTraits {
  const offices = [...new Set(counts.map(({ office }) => office))];
  const values = [...new Set(counts.map(({ value }) => value))];
  const members = new Map(counts.map((one) => [`${one.office}/${one.value}`, one.members]));
  const rows = offices.map((id) => ({
    id,
    counts: values.map((value) => members.get(`${id}/${value}`) ?? 0),
  }));
  return { values, table: suppressSmallCells({ rows }, SMALL_CELLS) };
}
