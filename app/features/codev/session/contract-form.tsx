import { useTranslation } from "react-i18next";
import type { TEXT_LIMITS } from "#wire/codev-session.ts";
import { TextArea } from "#app/ui/field.tsx";
import { QueuedForm } from "./queued-form.tsx";

const MOST: (typeof TEXT_LIMITS)["contract"] = 280;

/** The client's request in one sentence. */
export function ContractForm({
  sessionId,
  contract,
}: {
  sessionId: string;
  contract?: string | undefined;
}) {
  const { t } = useTranslation("codev-session");
  return (
    <QueuedForm act="codev-session.contract" fields={{ sessionId }} label={t("contract.write")}>
      <TextArea
        key={contract}
        name="text"
        label={t("contract.label")}
        help={t("contract.help")}
        rows={3}
        maxLength={MOST}
        defaultValue={contract}
      />
    </QueuedForm>
  );
}
