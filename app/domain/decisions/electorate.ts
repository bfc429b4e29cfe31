/** Which part of an assembly's roll votes. A list that is absent restricts nothing. */
export type Electorate = { categories?: string[]; offices?: string[] };

export type ElectorateEntry = { categoryId: string; officeId?: string | null };

/** Whether somebody on the roll belongs to the electorate. */
export function matches(entry: ElectorateEntry, { categories, offices }: Electorate): boolean {
  const inCategory = !categories || categories.includes(entry.categoryId);
  const inOffice = !offices || (!!entry.officeId && offices.includes(entry.officeId));
  return inCategory && inOffice;
}

/** The electorate in codes, for a sentence: everybody, or each restriction with what it allows. */
export type ElectorateTerm = { code: "all" } | { code: "categories" | "offices"; ids: string[] };

export function describeElectorate({ categories, offices }: Electorate): ElectorateTerm[] {
  const terms: ElectorateTerm[] = [];
  if (categories) terms.push({ code: "categories", ids: categories });
  if (offices) terms.push({ code: "offices", ids: offices });
  return terms.length > 0 ? terms : [{ code: "all" }];
}
