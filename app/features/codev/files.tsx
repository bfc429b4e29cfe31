import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import type { LeadPage } from "#wire/codev-board.ts";

/** Whose files an adviser follows: none of these is ever in a group that they lead or are in. */
export function Files({ files }: { files: NonNullable<LeadPage["files"]> }) {
  const { t } = useTranslation("codev");
  return (
    <Section id="files" title={t("files.title", { count: files.length })}>
      <p>{t("files.about")}</p>
      {files.length > 0 && (
        <ul className="codev-list">
          {files.map(({ personId, name }) => (
            <li key={personId} className="codev-line">
              <span>{name}</span>
              <PostedAct act="codev.remove-file" fields={{ personId }} label={t("files.remove")} />
            </li>
          ))}
        </ul>
      )}
      <PostedAct act="codev.add-file" label={t("files.add")} clears>
        <Field
          label={t("conflicts.registerNo")}
          help={t("conflicts.registerNoHelp")}
          name="registerNo"
          maxLength={40}
        />
      </PostedAct>
    </Section>
  );
}
