import { useTranslation } from "react-i18next";
import type { CeremonyView } from "#wire/urns.ts";
import { Button } from "#app/ui/button.tsx";
import { AttestCount } from "./attest-count.tsx";
import { ConfirmShares } from "./confirm-shares.tsx";
import { ForgetShares } from "./forget-shares.tsx";
import { GiveShare } from "./give-share.tsx";
import type { KeeperActs } from "./keeper-acts.ts";
import { keptShare, type KeeperStep } from "./keeper-step.ts";
import type { Keeper } from "./use-keeper.ts";

type KeeperActProps = {
  step: KeeperStep;
  view: CeremonyView;
  keeper: Keeper;
  acts: KeeperActs;
};

/** The button of a scrutineer's step, with what it needs. */
export function KeeperAct({ step, view, keeper, acts }: KeeperActProps) {
  const { t } = useTranslation("urns");
  const { busy } = keeper;
  const button = (label: string, act: () => Promise<void>) => (
    <Button type="button" busy={busy} onClick={() => busy || void act()}>
      {label}
    </Button>
  );
  switch (step.step) {
    case "join":
      return button(t("step.join.button"), acts.join);
    case "elsewhere":
      return step.again ? button(t("step.elsewhereAgain.button"), acts.join) : null;
    case "deal":
      return button(t(busy ? "step.deal.busy" : "step.deal.button"), () => acts.deal(step.urns));
    case "take":
      return button(t("step.take.button"), () => acts.take(step.urns));
    case "confirm":
      return <ConfirmShares busy={busy} onConfirm={() => acts.confirm(step.urns)} />;
    case "give":
      return (
        <GiveShare
          key={step.urn.decisionId}
          kept={keptShare(step.urn, view.self, keeper.kept) !== undefined}
          busy={busy}
          onGive={(typed) => acts.give(step.urn, typed)}
        />
      );
    case "attest":
      return (
        <AttestCount
          key={step.urn.decisionId}
          urn={step.urn}
          view={view}
          keeper={keeper}
          onAttest={() => acts.attest(step.urn)}
        />
      );
    case "done":
      return <ForgetShares kept={keeper.kept} onForget={acts.forget} />;
    default:
      return null;
  }
}
