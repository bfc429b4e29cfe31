import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import type { KeptKeys } from "./keeper-store.ts";

type ForgetSharesProps = { kept: KeptKeys | undefined; onForget: () => Promise<void> };

/** Once every urn is opened the shares may go from this browser. */
export function ForgetShares({ kept, onForget }: ForgetSharesProps) {
  const { t } = useTranslation("urns");
  if (Object.keys(kept?.shares ?? {}).length === 0) return null;
  return (
    <Confirm label={t("step.done.forget")} why={t("step.done.forgetWhy")}>
      <Button type="button" tone="stop" onClick={() => void onForget()}>
        {t("step.done.forgetConfirm")}
      </Button>
    </Confirm>
  );
}
