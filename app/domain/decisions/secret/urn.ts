/** Where an urn stands: keys made, ready for ballots, closed with its board made, opened. */
export const URN_STAGES = ["keyed", "ready", "sealed", "opened"] as const;
export type UrnStage = (typeof URN_STAGES)[number];

/** Who holds the urn's secret: the server, sealed at rest, or scrutineers in shares. */
export const SEALS = ["none", "server", "scrutineers"] as const;
export type Seal = (typeof SEALS)[number];

/** How a mark on the roll was made. */
export const MARK_CHANNELS = ["online", "assisted", "paper", "no_script"] as const;
export type MarkChannel = (typeof MARK_CHANNELS)[number];

/** The fewest scrutineers who may share a secret. */
export const LEAST_KEEPERS = 3;
export const MOST_KEEPERS = 9;

/** How many shares open an urn: more than half of them, so that two halves never open it apart. */
export function thresholdFor(keepers: number): number {
  return Math.floor(keepers / 2) + 1;
}

/** Who took part in the ceremony of an assembly, and how far each got. */
export type Ceremony = {
  keepers: readonly string[];
  /** Whether the shares have been dealt to these keepers. */
  dealt: boolean;
  /** Keepers who hold all their shares and have printed them. */
  confirmed: readonly string[];
};

/** Next in a ceremony: gather keepers, deal, let each confirm; then the urns are ready. */
export type CeremonyStep = "gather" | "deal" | "confirm" | "done";

export function ceremonyStep({ keepers, dealt, confirmed }: Ceremony): CeremonyStep {
  if (dealt) return keepers.every((id) => confirmed.includes(id)) ? "done" : "confirm";
  return keepers.length >= LEAST_KEEPERS ? "deal" : "gather";
}

/** A batch of credentials smaller than this hides its members little, and the page says so. */
export const SMALL_BATCH = 5;

/** What sealing adds to a padded ballot: an encapsulated key, a raw P-256 point, and a tag. */
export const SEAL_OVERHEAD = 65 + 16;
