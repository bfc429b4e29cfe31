declare const brand: unique symbol;
type Id<B extends string> = string & { readonly [brand]: B };

/** Identifiers are UUIDs; the brand keeps a person from standing where a decision is meant. */
export type PersonId = Id<"person">;
export type AssemblyId = Id<"assembly">;
export type ItemId = Id<"item">;
export type QuestionId = Id<"question">;
export type DecisionId = Id<"decision">;
