import { useTranslation } from "react-i18next";
import { TAGS } from "#domain/codev/steps.ts";
import { useDesk } from "./desk.ts";
import { Press } from "./press.tsx";

/** What the consultation brings, counted by kind: to see what is missing, not who brought it. */
export function TagsRow() {
  const { t } = useTranslation("codev-session");
  const { course } = useDesk();
  if (course.step !== "consultation") return null;
  return (
    <section aria-labelledby="tags-heading">
      <h2 id="tags-heading" className="desk-heading">
        {t("tags.heading")}
      </h2>
      <ul className="tags-row">
        {TAGS.map((tag) => (
          <li key={tag}>
            <Press
              kind="tag"
              fields={{ tag }}
              label={t(`tags.${tag}`, { count: course.tags[tag] ?? 0 })}
              about={t("tags.add")}
            />
            {(course.tags[tag] ?? 0) > 0 && (
              <Press
                kind="untag"
                fields={{ tag }}
                label="−"
                about={`${t(`tags.${tag}`, { count: course.tags[tag] ?? 0 })}, ${t("tags.remove")}`}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
