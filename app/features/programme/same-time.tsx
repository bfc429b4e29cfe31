import { useTranslation } from "react-i18next";
import { Words } from "#app/ui/language-tag.tsx";
import type { SessionCard } from "#wire/programme.ts";

/** What the reader goes to while this session takes place: said before they take a place there. */
export function SameTime({
  session,
  sessions,
  now,
}: {
  session: SessionCard;
  sessions: SessionCard[];
  /** ms; as the server said when it answered. */
  now: number;
}) {
  const { t } = useTranslation("programme");
  if (!session.registers || session.cancelled || session.endsAt <= now) return null;
  const met = sessions.filter(({ id, mine, cancelled, startsAt, endsAt }) => {
    const meets = startsAt < session.endsAt && session.startsAt < endsAt;
    return mine && !cancelled && id !== session.id && meets;
  });
  if (met.length === 0) return null;
  return (
    <div className="small">
      <p className="muted">{t("conflict.title")}</p>
      <ul>
        {met.map(({ id, title }) => (
          <li key={id}>
            <Words of={title} />
          </li>
        ))}
      </ul>
    </div>
  );
}
