import { useTranslation } from "react-i18next";
import { formatDate, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import type { ProgrammeSite, SessionCard } from "#wire/programme.ts";

/** From when to when; with `dated`, on which day. */
export function Hours({
  of,
  dated = false,
}: {
  of: { startsAt: number; endsAt: number };
  dated?: boolean;
}) {
  const { t } = useTranslation("programme");
  const language = useLanguage();
  return (
    <time dateTime={new Date(of.startsAt).toISOString()}>
      {dated && `${formatDate(language, of.startsAt, "full")}, `}
      {t("hours", { from: formatTime(language, of.startsAt), to: formatTime(language, of.endsAt) })}
    </time>
  );
}

/** Room, house and city, each once. */
export function placeOf(session: Pick<SessionCard, "room">, site: ProgrammeSite): string {
  const city = site.name.includes(site.city) ? "" : site.city;
  return [session.room, site.name, city].filter(Boolean).join(", ");
}

/** In which languages people speak there. */
export function SpokenIn({ languages }: Pick<SessionCard, "languages">) {
  const { t } = useTranslation("programme");
  return (
    <span className="session-languages">
      <span className="for-ears">{t("spokenIn")}</span>
      {languages.map((language) => (
        <LanguageTag key={language} language={language} />
      ))}
    </span>
  );
}

/** How many places there are and how many are left; nothing where nobody registers. */
export function PlacesLeft({ session }: { session: SessionCard }) {
  const { t } = useTranslation("programme");
  const { registers, capacity, registered, waiting } = session;
  if (!registers) return <>{t("places.open")}</>;
  if (capacity === undefined) return <>{t("places.uncounted", { count: registered })}</>;
  const left = Math.max(0, capacity - registered - waiting);
  if (left > 0) return <>{t("places.left", { count: left, capacity })}</>;
  return (
    <>
      {waiting > 0
        ? t("places.queue", { count: waiting, capacity })
        : t("places.full", { capacity })}
    </>
  );
}
