import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Tag } from "#app/ui/tag.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { SessionCard } from "#wire/programme.ts";

/** Takes a place, or gives it back; says which of the two there is to do, and nothing where neither. */
export function PlaceAct({
  session,
  signedIn,
  over,
  primary = false,
}: {
  session: SessionCard;
  signedIn: boolean;
  /** Whether it has ended. */
  over: boolean;
  primary?: boolean;
}) {
  const { t } = useTranslation("programme");
  const { pathname, search } = useLocation();
  const about = inLanguage(session.title, useLanguage())?.value;
  if (session.cancelled || over || !session.registers) return <MyPlaceTag session={session} />;
  if (!signedIn) {
    return (
      <Link to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>
        {t("place.signIn")} <span className="for-ears">{about}</span>
      </Link>
    );
  }
  const fields = { sessionId: session.id };
  if (session.mine) {
    return (
      <div className="row place-act">
        <MyPlaceTag session={session} />
        <ActForm
          act="programme.withdraw"
          fields={fields}
          label={t(session.mine.state === "waiting" ? "place.leaveQueue" : "place.giveBack")}
          about={about}
        />
      </div>
    );
  }
  const full =
    session.capacity !== undefined && session.registered + session.waiting >= session.capacity;
  return (
    <ActForm
      act="programme.register"
      fields={fields}
      label={t(full ? "place.wait" : "place.take")}
      about={about}
      tone={primary ? "primary" : "quiet"}
    />
  );
}

/** What one has there: a place, or one's turn among those who wait. */
export function MyPlaceTag({ session: { mine, cancelled } }: { session: SessionCard }) {
  const { t } = useTranslation("programme");
  if (!mine || cancelled) return null;
  return mine.state === "registered" ? (
    <Tag tone="canopy" shape="circle">
      {t("place.mine")}
    </Tag>
  ) : (
    <Tag tone="ochre" shape="ring">
      {t("place.waiting", { rank: mine.rank ?? 0 })}
    </Tag>
  );
}
