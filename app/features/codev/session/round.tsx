import { useTranslation } from "react-i18next";
import { ROUND_STEPS, type Step } from "#domain/codev/steps.ts";
import type { PeerView } from "#wire/codev-session.ts";
import { type Desk, useDesk } from "./desk.ts";
import { Press } from "./press.tsx";

/** Who is heard in a step: everybody in a round, the client alone in the exposé and the synthesis. */
function heardIn(step: Step, { peers, clientId }: Pick<Desk, "peers" | "clientId">): PeerView[] {
  const there = peers.filter(({ present }) => present);
  if (ROUND_STEPS.includes(step)) return there;
  if (step === "clarification" || step === "consultation") {
    return there.filter(({ personId }) => personId !== clientId);
  }
  return [];
}

/** The round: initials in the order of the table, each marked once heard. Nobody is ranked. */
export function Round() {
  const { t } = useTranslation("codev-session");
  const { course, ...desk } = useDesk();
  const heard = heardIn(course.step, desk);
  if (heard.length === 0) return null;
  const spoken = course.spoken[course.step] ?? [];
  const waiting = heard.filter(({ personId }) => !spoken.includes(personId));
  return (
    <section className="round" aria-labelledby="round-heading">
      <h2 id="round-heading" className="desk-heading">
        {waiting.length > 0 ? t("round.waiting", { count: waiting.length }) : t("round.all")}
      </h2>
      <ul className="round-table">
        {heard.map(({ personId, initials, name }) => {
          const done = spoken.includes(personId);
          const next = waiting[0]?.personId === personId;
          return (
            <li key={personId} className={next ? "round-next" : undefined}>
              <Press
                kind={done ? "unspoke" : "spoke"}
                fields={{ personId }}
                label={done ? `${initials} ✓` : initials}
                about={t(done ? "round.spoke" : next ? "round.next" : "round.notYet", { name })}
                pressed={done}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
