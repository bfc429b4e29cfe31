import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PrintButton } from "#app/features/decisions/print-button.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckBox } from "#app/ui/choice.tsx";

/** Printing comes before confirming: a share that is in one browser alone is soon lost. */
export function ConfirmShares({ busy, onConfirm }: { busy: boolean; onConfirm: () => void }) {
  const { t } = useTranslation("urns");
  const [printed, setPrinted] = useState(false);
  return (
    <>
      <PrintButton>{t("backup.print")}</PrintButton>
      <CheckBox
        name="printed"
        label={t("step.confirm.printed")}
        checked={printed}
        onChange={(event) => setPrinted(event.currentTarget.checked)}
      />
      <Button type="button" disabled={!printed} busy={busy} onClick={() => busy || onConfirm()}>
        {t("step.confirm.button")}
      </Button>
    </>
  );
}
