import { fromBase64url } from "#domain/decisions/secret/bytes.ts";
import { readBackup } from "#domain/decisions/secret/shares.ts";
import type { CeremonyView, UrnView } from "#wire/urns.ts";
import { dealUrns } from "./deal-shares.ts";
import {
  isShareOf,
  sealForOpener,
  signAttestation,
  toKeep,
  unsealShares,
} from "./handle-shares.ts";
import { makeKeeperKeys } from "./keeper-keys.ts";
import { keptShare } from "./keeper-step.ts";
import { type Keeper, KeeperTrouble } from "./use-keeper.ts";

export type KeeperActs = {
  join: () => Promise<void>;
  deal: (urns: readonly UrnView[]) => Promise<void>;
  take: (urns: readonly UrnView[]) => Promise<void>;
  confirm: (urns: readonly UrnView[]) => Promise<void>;
  /** Without `typed`: the share this browser keeps. */
  give: (urn: UrnView, typed?: string) => Promise<void>;
  attest: (urn: UrnView) => Promise<void>;
  /** Everything is opened: the shares may go from this browser. */
  forget: () => Promise<void>;
};

/** The acts of a scrutineer: what must be kept is kept before anything is sent. */
export function keeperActs(view: CeremonyView, keeper: Keeper): KeeperActs {
  const { run, save, send, kept } = keeper;
  const assemblyId = view.assembly.id;
  return {
    join: () =>
      run(async () => {
        const keys = await makeKeeperKeys();
        save(keys);
        await send("urn.join", {
          assemblyId,
          boxKey: keys.boxKey,
          signingKey: keys.signingKey,
        });
      }),
    deal: (urns) =>
      run(async () => {
        const ids = urns.map((urn) => urn.decisionId);
        await send("urn.deal", { assemblyId, urns: await dealUrns(ids, view.keepers) });
      }),
    take: (urns) =>
      run(async () => {
        if (!kept) return;
        const taken = await unsealShares(urns, kept, view.self);
        save({ ...kept, shares: { ...kept.shares, ...taken } });
        const missing = urns.some((urn) => urn.mySealedShare && !(urn.decisionId in taken));
        if (missing) throw new KeeperTrouble("wrong-share");
      }),
    confirm: (urns) =>
      run(() =>
        send("urn.confirm", { assemblyId, decisionIds: urns.map((urn) => urn.decisionId) }),
      ),
    give: (urn, typed) => run(() => giveShare(view, keeper, urn, typed)),
    attest: (urn) =>
      run(async () => {
        if (!kept) return;
        const signature = await signAttestation(urn, kept);
        await send("urn.attest", { decisionId: urn.decisionId, signature });
      }),
    forget: () =>
      run(() => {
        if (kept) save({ ...kept, shares: {} });
        return Promise.resolve();
      }),
  };
}

async function giveShare(
  view: CeremonyView,
  { kept, save, send }: Keeper,
  urn: UrnView,
  typed: string | undefined,
): Promise<void> {
  if (!urn.opening) return;
  const share =
    typed === undefined
      ? fromBase64url(keptShare(urn, view.self, kept)?.share ?? "")
      : await readBackup(typed);
  if (!share || !(await isShareOf(urn, view.self, share))) throw new KeeperTrouble("wrong-share");
  const sealed = await sealForOpener(urn, urn.opening, share);
  if (kept) {
    const given = { ...(await toKeep(share)), given: true as const };
    save({ ...kept, shares: { ...kept.shares, [urn.decisionId]: given } });
  }
  await send("urn.give-share", {
    decisionId: urn.decisionId,
    opener: urn.opening.opener,
    sealed,
  });
}
