import { useTranslation } from "react-i18next";
import type { Mode } from "#domain/codev/words.ts";
import { ButtonLink } from "#app/ui/button.tsx";

/** Where the group meets: a room, or the video link that is part of the session. */
export function Meeting({ mode, link, place }: { mode: Mode; link: string; place: string }) {
  const { t } = useTranslation("codev-session");
  if (mode === "room" || !link) return place ? <p>{place}</p> : null;
  return (
    <p>
      <ButtonLink to={link} tone="quiet" rel="noreferrer" target="_blank">
        {t("peer.video")}
      </ButtonLink>
    </p>
  );
}
