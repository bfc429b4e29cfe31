import { useTranslation } from "react-i18next";
import { clockOf } from "../floor/clock-of.ts";
import { useServerNow } from "../use-room.ts";

/** How long a burst of support still lasts, on the server's clock. */
export function BurstClock({ announcedAt, endsAt }: { announcedAt: number; endsAt: number }) {
  const { t } = useTranslation("questions");
  const left = Math.max(0, Math.ceil((endsAt - useServerNow(announcedAt)) / 1_000));
  return (
    <span className="burst-clock" role="timer">
      {t("burst.left", { time: clockOf(left) })}
    </span>
  );
}
