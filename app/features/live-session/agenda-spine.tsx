import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AgendaItemView, SessionView } from "#wire/live-session.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Spine, Station } from "#app/ui/spine.tsx";
import { agendaInOrder } from "./session-lists.ts";

/** The agenda of the session as its spine; `acts` are what can be done at a station. */
export function AgendaSpine({
  view,
  acts,
}: {
  view: SessionView;
  acts?: (item: AgendaItemView) => ReactNode;
}) {
  const { t } = useTranslation("live-session");
  return (
    <Spine label={t("agenda.heading")}>
      {agendaInOrder(view).map((item) => (
        <Station
          key={item.id}
          position={item.position}
          purpose={item.purpose}
          phase={item.phase}
          title={<Words of={item.title} />}
          about={t("agenda.minutesShort", { count: item.minutes })}
        >
          {acts?.(item)}
        </Station>
      ))}
    </Spine>
  );
}
