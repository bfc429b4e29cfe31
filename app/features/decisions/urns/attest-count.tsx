import { useTranslation } from "react-i18next";
import type { CeremonyView, UrnView } from "#wire/urns.ts";
import { Fold } from "#app/features/live-session/fold.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { RepeatOpening } from "./repeat-opening-form.tsx";
import type { Keeper } from "./use-keeper.ts";

type AttestCountProps = {
  urn: UrnView;
  view: CeremonyView;
  keeper: Keeper;
  onAttest: () => void;
};

/** A keeper signs the count; before, they may open the urn once more in their own browser. */
export function AttestCount({ urn, view, keeper, onAttest }: AttestCountProps) {
  const { t } = useTranslation("urns");
  const listed = view.keepers.find((one) => one.self);
  const mayAttest = keeper.kept !== undefined && keeper.kept.signingKey === listed?.signingKey;
  return (
    <>
      {urn.boardHead && <Fingerprint hex={urn.boardHead} />}
      <Fold label={t("repeat.summary")}>
        <RepeatOpening urn={urn} view={view} kept={keeper.kept} />
      </Fold>
      {mayAttest ? (
        <Button type="button" busy={keeper.busy} onClick={() => keeper.busy || onAttest()}>
          {t("step.attest.button")}
        </Button>
      ) : (
        <Notice tone="wait">
          <p>{t("step.attest.elsewhere")}</p>
        </Notice>
      )}
    </>
  );
}
