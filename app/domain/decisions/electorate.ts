import type { Body, Role } from "../kernel/actor.ts";

/**
 * Which part of an assembly's roll votes: those who are in every list that is given. A list that is
 * absent restricts nothing. `roles` and `bodies`: who holds such a role in this assembly or
 * everywhere, whatever role in such a body. `attendance`: who is present when the vote opens.
 * `list`: persons by id.
 */
export type Electorate = {
  categories?: string[];
  offices?: string[];
  roles?: Role[];
  bodies?: Body[];
  attendance?: true;
  list?: string[];
};

/** The most persons that may be listed one by one. */
export const MOST_LISTED = 5_000;

/** The same for readers: how long a list is, since who is on it is for those who prepare the vote. */
export type ShownElectorate = Omit<Electorate, "list"> & { listed?: number };

export function shownElectorate({ list, ...others }: Electorate): ShownElectorate {
  return list ? { ...others, listed: list.length } : others;
}

/** Somebody on the roll, as far as an electorate looks at them. `grants`: those that count here. */
export type ElectorateEntry = {
  categoryId: string;
  officeId?: string | null;
  personId?: string;
  grants?: readonly { role: Role; body: Body }[];
  present?: boolean;
};

/** Whether somebody on the roll belongs to the electorate. */
export function matches(entry: ElectorateEntry, electorate: Electorate): boolean {
  const { categories, offices, roles, bodies, attendance, list } = electorate;
  const { categoryId, officeId, personId, grants = [], present = false } = entry;
  return (
    isOneOf(categoryId, categories) &&
    isOneOf(officeId, offices) &&
    isOneOf(personId, list) &&
    (!roles || grants.some(({ role }) => roles.includes(role))) &&
    (!bodies || grants.some(({ body }) => bodies.includes(body))) &&
    (!attendance || present)
  );
}

/** Whether something is in a list, where there is one. */
function isOneOf(value: string | null | undefined, list: readonly string[] | undefined): boolean {
  return !list || (typeof value === "string" && list.includes(value));
}

/**
 * Whether the electorate hangs on what may change during a vote, or on a list of its own: then who
 * belongs to it is written down at the opening. Category and office are the roll's, which is frozen.
 */
export function isDrawnUp({ roles, bodies, attendance, list }: Electorate): boolean {
  return !!(roles || bodies || attendance || list);
}

/** The electorate in codes, for a sentence: everybody, or each restriction with what it allows. */
export type ElectorateTerm =
  | { code: "all" }
  | { code: "attendance" }
  | { code: "list"; persons: number }
  | { code: "categories" | "offices" | "roles" | "bodies"; ids: string[] };

export function describeElectorate(
  electorate: Electorate & Pick<ShownElectorate, "listed">,
): ElectorateTerm[] {
  const { categories, offices, roles, bodies, attendance, list } = electorate;
  const listed = list?.length ?? electorate.listed;
  const terms: ElectorateTerm[] = [];
  if (categories) terms.push({ code: "categories", ids: categories });
  if (offices) terms.push({ code: "offices", ids: offices });
  if (roles) terms.push({ code: "roles", ids: roles });
  if (bodies) terms.push({ code: "bodies", ids: bodies });
  if (attendance) terms.push({ code: "attendance" });
  if (listed) terms.push({ code: "list", persons: listed });
  return terms.length > 0 ? terms : [{ code: "all" }];
}
