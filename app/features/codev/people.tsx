import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CyclePage } from "#wire/codev-pages.ts";

/** Who is in the group, who was client, who leads. */
export function People({ page }: { page: CyclePage }) {
  const { t } = useTranslation("codev");
  const people = page.people.filter(({ state }) => state !== "left");
  return (
    <Section title={t("people.title", { count: people.length })}>
      <ul className="codev-list">
        {people.map((person) => (
          <li key={person.id} className="codev-line">
            <span>
              {person.name}{" "}
              {person.clientCount > 0 && <Tag tone="canopy">{t("people.wasClient")}</Tag>}{" "}
              {!person.signed && <Tag tone="ochre">{t("people.notSigned")}</Tag>}
            </span>
            {page.as === "facilitator" && page.state === "signing" && (
              <PostedAct
                act="codev.hold-file"
                fields={{ cycleId: page.id, personId: person.id }}
                label={t("people.holdFile")}
              />
            )}
          </li>
        ))}
      </ul>
      <p>
        {t("people.led", {
          names: page.facilitators
            .map(({ name, side }) => `${name} (${t(`side.${side}`)})`)
            .join(", "),
        })}
      </p>
    </Section>
  );
}
