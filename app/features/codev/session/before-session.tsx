import { useTranslation } from "react-i18next";
import { QUORUM_OF_CONSULTANTS } from "#domain/codev/words.ts";
import type { MyCodevView, PeerView } from "#wire/codev-session.ts";
import { Section } from "#app/ui/page.tsx";
import { ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { useDesk } from "./desk.ts";
import { PlanForm } from "./plan-form.tsx";
import { Press } from "./press.tsx";
import { QueuedForm } from "./queued-form.tsx";

/** Before the beginning: who is there, whose turn it is, and the start. */
export function BeforeSession({ mine }: { mine: MyCodevView }) {
  const { t } = useTranslation("codev-session");
  const { sessionId, peers, clientId } = useDesk();
  const client = peers.find(({ personId }) => personId === clientId);
  const consultants = peers.filter(
    ({ present, personId }) => present && personId !== clientId,
  ).length;
  const ready = client?.present && consultants >= QUORUM_OF_CONSULTANTS;
  return (
    <>
      <Section title={t("before.turn")}>
        <p>{client ? t("before.turnOf", { name: client.name }) : t("before.turnOfNobody")}</p>
        <Subjects mine={mine} />
        <OtherClients />
      </Section>
      <Section title={t("before.there", { count: peers.filter(({ present }) => present).length })}>
        <ul className="there">
          {peers.map((peer) => (
            <There key={peer.personId} peer={peer} />
          ))}
        </ul>
      </Section>
      <div className="stack">
        <p className={ready ? "muted" : undefined}>
          {ready ? t("before.ready") : t("before.quorum", { count: QUORUM_OF_CONSULTANTS })}
        </p>
        {ready ? (
          <Press kind="open" tone="primary" wide label={t("before.open")} />
        ) : (
          <ConfirmAct
            act="codev.postpone"
            fields={{ sessionId }}
            summary={t("before.postpone")}
            why={t("before.postponeWhy")}
            label={t("before.postpone")}
          />
        )}
      </div>
      <details className="desk-fold">
        <summary>{t("plan.heading")}</summary>
        <PlanForm />
      </details>
    </>
  );
}

function There({ peer }: { peer: PeerView }) {
  const { t } = useTranslation("codev-session");
  const { sessionId } = useDesk();
  const { personId, name, present, excused } = peer;
  return (
    <li>
      <span>
        {name}
        {excused && <em className="small muted"> {t("before.excused")}</em>}
      </span>
      <QueuedForm
        act="codev-session.attend"
        fields={{ sessionId, personId, on: String(!present) }}
        label={present ? t("before.isThere") : t("before.isNotThere")}
        about={name}
        tone={present ? "primary" : "quiet"}
      />
    </li>
  );
}

/** Candidate subjects, a line each: chosen by urgency and energy, not by a show of hands. */
export function Subjects({ mine }: { mine: MyCodevView }) {
  const { t } = useTranslation("codev-session");
  if (!mine.subjects?.length) return <p className="muted">{t("before.noSubjects")}</p>;
  return (
    <dl className="subjects">
      {mine.subjects.map(({ personId, name, text }) => (
        <div key={personId}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Somebody else as client today: the two change their dates. */
export function OtherClients() {
  const { t } = useTranslation("codev-session");
  const { sessionId, peers, clientId } = useDesk();
  const others = peers.filter((peer) => peer.present && !peer.served && peer.personId !== clientId);
  if (others.length === 0) return null;
  return (
    <details className="desk-fold">
      <summary>{t("before.other")}</summary>
      <div className="stack">
        <p>{t("before.otherWhy")}</p>
        {others.map(({ personId, name }) => (
          <QueuedForm
            key={personId}
            act="codev-session.choose-client"
            fields={{ sessionId, personId }}
            label={t("before.choose", { name })}
          />
        ))}
      </div>
    </details>
  );
}
