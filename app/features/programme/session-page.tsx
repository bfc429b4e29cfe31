import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ProposalsOfItPart } from "#app/features/workers-assembly/proposals-of-it.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { SessionPage as Loaded } from "#wire/programme.ts";
import { KindTag } from "./kind-tag.tsx";
import { PlaceAct } from "./place-act.tsx";
import { PlacedNotice } from "./placed-notice.tsx";
import { Hours, placeOf, PlacesLeft, SpokenIn } from "./session-facts.tsx";
import { StreamFrame } from "./stream-frame.tsx";
import { ReadText, WriteText } from "./written-text.tsx";
import "./programme.css";

type Props = { page: Loaded; now: number };

/** One session: what it is about, one's place in it, and afterwards what was said. */
export function SessionPage({ page, now }: Props) {
  const { t } = useTranslation("programme");
  const language = useLanguage();
  const { assembly, site, session, rights } = page;
  const over = session.endsAt <= now;
  const base = `/assembly/${assembly.slug}/programme`;
  return (
    <Page
      kicker={<Link to={site.kind === "stop" ? `${base}?view=tour` : base}>{t("back")}</Link>}
      title={<Words of={session.title} tagged />}
      lead={
        <p>
          <Hours of={session} dated />
          <br />
          {placeOf(session, site)}
        </p>
      }
      actions={
        rights.arrange &&
        !session.cancelled && (
          <ButtonLink to={`${base}/arrange/sessions/${session.id}`} tone="quiet">
            {t("arrange.change")}
          </ButtonLink>
        )
      }
    >
      <PlacedNotice sessions={[session]} />
      {session.cancelled && (
        <Notice tone="stop" title={t("cancelledWhy")}>
          <p>{session.cancelReason}</p>
        </Notice>
      )}
      <div className="stack">
        <div className="row">
          <KindTag kind={session.kind} />
          <SpokenIn languages={session.languages} />
        </div>
        <p>
          <Words of={session.summary} tagged />
        </p>
        {!over && !session.cancelled && (
          <p className="muted">
            <PlacesLeft session={session} />
          </p>
        )}
        <Conflicts page={page} />
        <div className="row">
          <PlaceAct session={session} signedIn={rights.signedIn} over={over} primary />
          <a href={`${base}/sessions/${session.id}/calendar.ics`}>{t("calendar.one")}</a>
        </div>
      </div>
      <Details page={page} />
      <StreamFrame
        stream={session.stream}
        framed={session.framed === true}
        title={inLanguage(session.title, language)?.value ?? ""}
      />
      <Note page={page} now={now} />
      <ProposalsOfItPart of={page.proposals} from={{ kind: "session", id: session.id }} />
    </Page>
  );
}

function Conflicts({ page: { assembly, conflicts } }: { page: Loaded }) {
  const { t } = useTranslation("programme");
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="wait" title={t("conflict.title")}>
      <ul>
        {conflicts.map((other) => (
          <li key={other.id}>
            <Hours of={other} />{" "}
            <Link to={`/assembly/${assembly.slug}/programme/sessions/${other.id}`}>
              <Words of={other.title} />
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Details({ page: { assembly, site, session } }: { page: Loaded }) {
  const { t } = useTranslation("programme");
  const says = (texts: object) => Object.keys(texts).length > 0;
  return (
    <dl className="session-details">
      {says(session.facilitators) && (
        <div>
          <dt>{t("facilitators")}</dt>
          <dd>
            <Words of={session.facilitators} tagged />
          </dd>
        </div>
      )}
      <div>
        <dt>{t("where")}</dt>
        <dd>
          <Link to={`/assembly/${assembly.slug}/programme/sites/${site.slug}`}>{site.name}</Link>
          {site.address && <>, {site.address}</>}
        </dd>
      </div>
      {(says(session.access) || says(site.access)) && (
        <div>
          <dt>{t("access")}</dt>
          <dd>
            <Words of={says(session.access) ? session.access : site.access} tagged />
          </dd>
        </div>
      )}
      {session.items.length > 0 && (
        <div>
          <dt>{t("prepares")}</dt>
          {session.items.map((item) => (
            <dd key={item.position}>
              <Link to={`/assembly/${assembly.slug}#item-${item.position}`}>
                {item.position}. <Words of={item.title} />
              </Link>
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}

function Note({ page: { session, note, rights }, now }: Props) {
  const { t } = useTranslation("programme");
  // There is nothing to note before it begins.
  const mayWrite = rights.note && !session.cancelled && session.startsAt <= now;
  if (!note && !mayWrite) return null;
  return (
    <Section title={t("note.title")}>
      {note && <ReadText written={note} />}
      {mayWrite && (
        <WriteText
          written={note}
          spoken={session.languages}
          acts={{ write: "programme.write-note", publish: "programme.publish-note" }}
          fields={{ sessionId: session.id }}
        />
      )}
    </Section>
  );
}
