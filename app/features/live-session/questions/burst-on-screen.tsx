import { useTranslation } from "react-i18next";
import type { QuestioningView } from "#wire/questions.ts";
import { BurstClock } from "./burst-clock.tsx";

type BurstOnScreenProps = { burst: NonNullable<QuestioningView["burst"]>; host: string };

/** On the room's screen: voices are taken, for how long, and where one gives them. */
export function BurstOnScreen({ burst, host }: BurstOnScreenProps) {
  const { t } = useTranslation("questions");
  return (
    <article>
      <p className="screen-sign">{t("burst.title")}</p>
      <h2 className="screen-title">{t("burst.room")}</h2>
      <p className="screen-count">
        <strong>
          <BurstClock announcedAt={burst.announcedAt} endsAt={burst.endsAt} />
        </strong>
      </p>
      <p className="screen-how">{t("burst.where", { address: host })}</p>
    </article>
  );
}
