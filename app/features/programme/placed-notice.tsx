import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { SessionCard } from "#wire/programme.ts";

/** After a plain form: what became of one's place in the session that the address names. */
export function PlacedNotice({ sessions }: { sessions: readonly SessionCard[] }) {
  const { t } = useTranslation("programme");
  const [search] = useSearchParams();
  const session = sessions.find(({ id }) => id === search.get("placed"));
  if (!session) return null;
  const { mine } = session;
  return (
    <Notice tone={mine?.state === "registered" ? "done" : "information"} role="status">
      <p>
        {t(`placed.${mine?.state ?? "none"}`, { rank: mine?.rank ?? 0 })}{" "}
        <Words of={session.title} />
      </p>
    </Notice>
  );
}
