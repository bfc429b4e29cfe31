import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field } from "#app/ui/field.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CyclePage, CycleSession } from "#wire/codev-pages.ts";
import { Afterwards, RecordSession } from "./afterwards.tsx";

type Props = { page: CyclePage; session: CycleSession };

/** One date: when, whose turn, who leads, and what one can do about it. */
export function DateLine({ page, session }: Props) {
  const ahead = isAhead(session);
  const mine = ahead && clientsOf(session).includes(page.me);
  const shade = mine ? " codev-date-mine" : ahead ? "" : " codev-date-over";
  return (
    <li className={`codev-date${shade}`}>
      <Head session={session} mine={mine} />
      {page.state !== "signing" && <Turns page={page} session={session} />}
      {ahead && <Who page={page} session={session} />}
      {page.state === "running" && ahead && <Before page={page} session={session} />}
      {session.state === "closed" && <Afterwards page={page} session={session} />}
    </li>
  );
}

const isAhead = ({ state }: CycleSession) => state === "planned" || state === "open";

const clientsOf = ({ turns }: CycleSession) =>
  turns.filter(({ state }) => state !== "missed").map(({ clientId }) => clientId);

const nameIn = (page: CyclePage) => (id: string | undefined) =>
  [...page.people, ...page.facilitators].find((person) => person.id === id)?.name;

function Head({ session, mine }: { session: CycleSession; mine: boolean }) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  return (
    <p className="codev-date-head">
      {formatDateTime(language, session.startsAt)}{" "}
      {session.state !== "planned" && <Tag>{t(`session.state.${session.state}`)}</Tag>}{" "}
      {session.spare && isAhead(session) && <Tag tone="lake">{t("session.spare")}</Tag>}{" "}
      {mine && (
        <Tag tone="canopy" shape="circle">
          {t("turn.mine")}
        </Tag>
      )}
    </p>
  );
}

function Turns({ page, session }: Props) {
  const { t } = useTranslation("codev");
  const names = clientsOf(session).map(nameIn(page)).filter(Boolean).join(", ");
  if (names) return <p>{t(isAhead(session) ? "turn.planned" : "turn.was", { names })}</p>;
  return isAhead(session) && !session.spare ? <p>{t("turn.free")}</p> : null;
}

function Who({ page, session: { leadId, secondId, excused } }: Props) {
  const { t } = useTranslation("codev");
  const nameOf = nameIn(page);
  return (
    <>
      {leadId && (
        <p className="muted small">
          {t("session.led", { lead: nameOf(leadId), second: nameOf(secondId) })}
        </p>
      )}
      {excused.length > 0 && (
        <p className="muted small">
          {t("session.excused", { names: excused.map(nameOf).join(", ") })}
        </p>
      )}
    </>
  );
}

/** What can be done before a session: at once for the next one, folded for those after it. */
function Before({ page, session }: Props) {
  const { t } = useTranslation("codev");
  const soon = session.id === page.sessions.find(isAhead)?.id;
  if (page.as === "facilitator") {
    return (
      <>
        {soon && (
          <p>
            <Link to={`/codev/sessions/${session.id}/facilitate`}>{t("session.lead")}</Link>
          </p>
        )}
        {session.state === "planned" && (
          <details className="codev-fold">
            <summary>{t("session.more")}</summary>
            <div className="stack">
              {session.startsAt <= page.now && <RecordSession page={page} session={session} />}
              <PostedAct
                act="codev.move-session"
                fields={{ sessionId: session.id }}
                label={t("session.move")}
              >
                <Field label={t("session.newHour")} name="startsAt" type="datetime-local" />
              </PostedAct>
              <PostedAct
                act="codev.postpone"
                fields={{ sessionId: session.id }}
                label={t("session.postpone")}
              />
            </div>
          </details>
        )}
      </>
    );
  }
  if (page.myState !== "active") return null;
  return (
    <>
      {soon && (
        <p>
          <Link to={`/codev/sessions/${session.id}`}>{t("session.enter")}</Link>
        </p>
      )}
      {session.state === "planned" &&
        (soon ? (
          <Mine page={page} session={session} />
        ) : (
          <details className="codev-fold">
            <summary>{t("session.mine")}</summary>
            <Mine page={page} session={session} />
          </details>
        ))}
    </>
  );
}

function Mine({ page, session }: Props) {
  const { t } = useTranslation("codev");
  const fields = { sessionId: session.id };
  const excused = session.excused.includes(page.me);
  const planned = session.turns.filter(({ state }) => state === "planned");
  return (
    <div className="stack">
      {!excused && planned.length > 0 && (
        <PostedAct act="codev.write-subject" fields={fields} label={t("subject.save")}>
          <Field
            label={t("subject.label")}
            help={t("subject.help")}
            name="text"
            optional
            maxLength={140}
            defaultValue={session.mySubject ?? ""}
          />
        </PostedAct>
      )}
      <div className="row">
        {!excused && <OtherDate page={page} session={session} />}
        <PostedAct
          act="codev.excuse"
          fields={{ ...fields, coming: String(excused) }}
          label={t(excused ? "session.comeAfterAll" : "session.cannotCome")}
        />
      </div>
    </div>
  );
}

/** Who has a date elsewhere takes this one if it is free, or asks whose it is to swap. */
function OtherDate({ page, session }: Props) {
  const { t } = useTranslation("codev");
  const planned = session.turns.filter(({ state }) => state === "planned");
  const own = turnOf(page, page.me);
  if (!own || planned.some(({ id }) => id === own.id)) return null;
  const [other] = planned;
  if (!other) {
    return (
      <PostedAct act="codev.take-date" fields={{ sessionId: session.id }} label={t("turn.take")} />
    );
  }
  if (page.swaps.some(({ turnId }) => turnId === own.id)) return null;
  return (
    <PostedAct
      act="codev.ask-swap"
      fields={{ turnId: own.id, otherTurnId: other.id }}
      label={t("swap.ask")}
    />
  );
}

function turnOf(page: CyclePage, personId: string) {
  return page.sessions
    .filter(({ state }) => state === "planned")
    .flatMap(({ turns }) => turns)
    .find(({ clientId, state }) => clientId === personId && state === "planned");
}
