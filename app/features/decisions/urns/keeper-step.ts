import type { CeremonyView, UrnView } from "#wire/urns.ts";
import type { KeptKeys, KeptShare } from "./keeper-store.ts";

/** What a scrutineer does next on the page of the urns. */
export type KeeperStep =
  /** No vote here is sealed by scrutineers. */
  | { step: "nothing" }
  /** The urn is not the one that was closed: nothing is handed over. */
  | { step: "altered"; urn: UrnView }
  | { step: "prepare" }
  | { step: "join" }
  /** Takes part, but the keys are in another browser. `again`: nothing was dealt to them yet. */
  | { step: "elsewhere"; again: boolean }
  /** The shares were dealt to others before this scrutineer came. */
  | { step: "late" }
  | { step: "gather"; missing: number }
  | { step: "deal"; urns: UrnView[] }
  | { step: "take"; urns: UrnView[] }
  | { step: "confirm"; urns: UrnView[] }
  | { step: "await-confirmations"; names: string[] }
  | { step: "give"; urn: UrnView }
  | { step: "await-opening"; urn: UrnView }
  | { step: "attest"; urn: UrnView }
  | { step: "keep" }
  | { step: "done" };

/** The one thing to do now: what waits for this keeper goes before what waits for others. */
export function keeperStep(view: CeremonyView, kept: KeptKeys | undefined): KeeperStep {
  const urns = sharedUrns(view);
  if (urns.length === 0) return { step: "nothing" };
  const altered = urns.find((urn) => urn.altered);
  if (altered) return { step: "altered", urn: altered };
  const opening = openingStep(view, urns);
  if (opening?.step === "give") return opening;
  return ceremonyStep(view, urns, kept) ?? opening ?? attestationStep(view, urns);
}

/** Votes whose urn the scrutineers hold, in the order of the agenda. */
export function sharedUrns(view: CeremonyView): UrnView[] {
  return view.urns
    .filter((urn) => urn.seal === "scrutineers")
    .sort((a, b) => a.position - b.position);
}

function ceremonyStep(
  view: CeremonyView,
  urns: UrnView[],
  kept: KeptKeys | undefined,
): KeeperStep | undefined {
  const waiting = urns.filter((urn) => urn.stage === "keyed");
  if (waiting.length === 0) {
    return urns.some((urn) => urn.stage === "none") ? { step: "prepare" } : undefined;
  }
  const listed = view.keepers.find((keeper) => keeper.self);
  const dealt = waiting.filter((urn) => urn.shares.length > 0);
  if (!listed) return dealt.length === 0 ? { step: "join" } : { step: "late" };
  if (kept?.boxKey !== listed.boxKey) return { step: "elsewhere", again: dealt.length === 0 };

  const mine = dealt.filter((urn) => !shareOf(urn, view.self)?.confirmed);
  const toTake = mine.filter((urn) => !keptShare(urn, view.self, kept));
  if (toTake.length > 0) return { step: "take", urns: mine };
  if (mine.length > 0) return { step: "confirm", urns: mine };

  const undealt = waiting.filter((urn) => urn.shares.length === 0);
  const missing = view.needed - view.keepers.length;
  if (undealt.length > 0) {
    return missing > 0 ? { step: "gather", missing } : { step: "deal", urns: undealt };
  }
  return { step: "await-confirmations", names: unconfirmed(view, dealt) };
}

function openingStep(view: CeremonyView, urns: UrnView[]): KeeperStep | undefined {
  const asked = urns.filter((urn) => urn.openingAsked && urn.stage === "sealed");
  const toGive = asked.find(
    (urn) => urn.opening && shareOf(urn, view.self)?.given === false && !enoughGiven(urn),
  );
  if (toGive) return { step: "give", urn: toGive };
  const [underWay] = asked;
  return underWay && { step: "await-opening", urn: underWay };
}

function attestationStep(view: CeremonyView, urns: UrnView[]): KeeperStep {
  const opened = urns.filter((urn) => urn.opened);
  if (!view.keepers.some((keeper) => keeper.self)) return { step: "late" };
  const unsigned = opened.find((urn) => !urn.opened?.attestedBy.includes(view.self));
  if (unsigned) return { step: "attest", urn: unsigned };
  return opened.length === urns.length ? { step: "done" } : { step: "keep" };
}

/** Whether the process that opens has what it needs. */
function enoughGiven({ shares, threshold }: UrnView): boolean {
  return shares.filter((share) => share.given).length >= threshold;
}

/** One keeper's share, as everybody of the bureau sees it. */
export function shareOf(urn: UrnView, personId: string): UrnView["shares"][number] | undefined {
  return urn.shares.find((share) => share.personId === personId);
}

/** The share that this browser keeps of this urn, as it was dealt last. */
export function keptShare(
  urn: UrnView,
  personId: string,
  kept: KeptKeys | undefined,
): KeptShare | undefined {
  const share = kept?.shares[urn.decisionId];
  return share?.fingerprint === shareOf(urn, personId)?.fingerprint ? share : undefined;
}

/** Names of those who have not confirmed their share of one of these urns. */
export function unconfirmed(view: CeremonyView, urns: readonly UrnView[]): string[] {
  return view.keepers
    .filter(({ personId }) => urns.some((urn) => shareOf(urn, personId)?.confirmed === false))
    .map(({ name }) => name);
}
