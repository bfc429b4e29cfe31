import { useTranslation } from "react-i18next";
import { isApart } from "#domain/kernel/apart.ts";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import type { MergePatch } from "#wire/merge-patch.ts";
import { PresencePlaces } from "#app/features/check-in/presence-places.tsx";
import { Section } from "#app/ui/page.tsx";
import { ActForm } from "./act-form.tsx";

/** How many of the roll are here. Persons, never names. */
export function PresenceCount({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const { present, roll, assembly } = view;
  if (roll.persons === 0) {
    const later = isApart(assembly.id) ? "presence.rollLaterWorkers" : "presence.rollLater";
    return <p className="muted">{t(later)}</p>;
  }
  return (
    <p className="presence-count">
      <strong>{t("presence.persons", { count: present.persons })}</strong>{" "}
      <span className="muted">{t("presence.ofRoll", { total: roll.persons })}</span>
    </p>
  );
}

type PresencePanelProps = {
  view: SessionView;
  mine: MySessionView;
  patchMine: (changes: MergePatch) => void;
};

/** Entering and leaving: an act of the person, for the quorum is measured on it. */
export function PresencePanel({ view, mine, patchMine }: PresencePanelProps) {
  const { t } = useTranslation("live-session");
  const { id: assemblyId, phase } = view.assembly;
  const doorsOpen = phase === "convened" || phase === "live";
  // Before the roll is taken nobody knows who is on it.
  const follows = view.roll.persons > 0 && Object.keys(mine.electors).length === 0;
  if (!doorsOpen) {
    return (
      <div className="presence">
        <PresenceCount view={view} />
        {phase === "closed" && <PresencePlaces view={view} mine={mine} />}
      </div>
    );
  }
  if (mine.present) {
    return (
      <div className="presence-here row">
        <p className="presence-inside">{t("presence.inside")}</p>
        <ActForm
          act="session.leave"
          fields={{ assemblyId }}
          label={t("presence.leave")}
          onDone={() => patchMine({ present: false, checkIn: { siteId: null } })}
        />
      </div>
    );
  }
  return (
    <section className="presence presence-door" aria-labelledby="presence-heading">
      <h2 id="presence-heading">{t("presence.enterTitle")}</h2>
      <p>{t(follows ? "presence.enterWhyGuest" : whyEnter(assemblyId))}</p>
      <ActForm
        act="session.arrive"
        fields={{ assemblyId }}
        label={t("presence.enter")}
        tone="primary"
        onDone={() => patchMine({ present: true })}
      />
      <PresenceCount view={view} />
      <PresencePlaces view={view} mine={mine} />
    </section>
  );
}

/** Among workers nothing rests on how many are there (rules §3.2). */
function whyEnter(assemblyId: string) {
  return isApart(assemblyId) ? "presence.enterWhyWorkers" : "presence.enterWhy";
}

/** For who is inside: how many are, and where. Whoever is not yet reads it at the door. */
export function PresenceNumbers({ view, mine }: Omit<PresencePanelProps, "patchMine">) {
  const { t } = useTranslation("live-session");
  const { phase } = view.assembly;
  if (!mine.present || (phase !== "convened" && phase !== "live")) return null;
  return (
    <Section title={t("presence.heading")}>
      <PresenceCount view={view} />
      <PresencePlaces view={view} mine={mine} />
    </Section>
  );
}
