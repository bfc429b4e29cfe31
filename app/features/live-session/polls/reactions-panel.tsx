import { useTranslation } from "react-i18next";
import { REACTIONS } from "#domain/live-session/poll.ts";
import type { SessionView } from "#wire/live-session.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ActForm } from "../act-form.tsx";
import "./polls.css";

/** Signs of the room: one tap, counted together, of nobody in particular. */
export function ReactionsPanel({ view }: { view: SessionView }) {
  const { t } = useTranslation("polls");
  const language = useLanguage();
  const { assembly, reactions } = view;
  if (!reactions.open || assembly.phase !== "live") return null;
  return (
    <section className="reactions" aria-label={t("reactions.heading")}>
      {REACTIONS.map((sign) => (
        <ActForm
          key={sign}
          act="reaction.give"
          className="reaction"
          fields={{ assemblyId: assembly.id, sign }}
          label={
            <>
              {t(`reactions.sign.${sign}`)}{" "}
              <span className="reaction-count">
                {formatNumber(language, reactions.given[sign] ?? 0)}
              </span>
            </>
          }
        />
      ))}
    </section>
  );
}

/** The chair's switch for them. */
export function ReactionsSwitch({ view }: { view: SessionView }) {
  const { t } = useTranslation("polls");
  const { assembly, reactions } = view;
  if (assembly.phase !== "live") return null;
  return (
    <ActForm
      act="reactions.open"
      fields={{ assemblyId: assembly.id, open: String(!reactions.open) }}
      label={t(reactions.open ? "reactions.close" : "reactions.open")}
    />
  );
}
