import { useTranslation } from "react-i18next";
import { formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import type { DoorState } from "./door-desk.ts";

/** What this device holds and what it still has to send. */
export function DoorStatus({ state }: { state: DoorState }) {
  const { t } = useTranslation("check-in");
  const language = useLanguage();
  const { started, book, takenAt, waiting, lasting, forgotten, refusal, problems } = state;
  return (
    <div className="door-status">
      {refusal && <RefusalNote refusal={refusal} />}
      <p role="status" className={waiting > 0 ? "door-waiting" : "muted small"}>
        {started &&
          (waiting > 0 ? t("door.status.waiting", { count: waiting }) : t("door.status.sent"))}
      </p>
      <p className="muted small">
        {forgotten
          ? t("door.forgotten")
          : book && takenAt !== undefined
            ? t("door.status.ready", { count: book.size, time: formatTime(language, takenAt) })
            : t("door.status.loading")}
        {!lasting && ` ${t("door.status.noStore")}`}
      </p>
      {problems.length > 0 && (
        <Notice tone="stop" title={t("door.refused.title")} role="status">
          <ul>
            {problems.map(({ id, name, outcome }) => (
              <li key={id}>{t(`door.refused.${outcome}`, { name })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

/** The device is given back: names leave it. */
export function ForgetList({ onForget }: { onForget: () => void }) {
  const { t } = useTranslation("check-in");
  return (
    <Confirm label={t("door.forget")} why={t("door.forgetWhy")} tone="quiet">
      <Button type="button" tone="stop" onClick={onForget}>
        {t("door.forget")}
      </Button>
    </Confirm>
  );
}
