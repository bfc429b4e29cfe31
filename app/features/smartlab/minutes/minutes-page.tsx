import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { MakeProposal } from "#app/features/workers-assembly/proposals-of-it.tsx";
import { formatDateTime, formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { MinutesCard, MinutesPage as Loaded } from "#wire/lab-minutes.ts";
import type { LabInside } from "#wire/lab-work.ts";
import { LabWords } from "../lab-facts.tsx";
import { LabFrame } from "../work/lab-frame.tsx";
import { forgetWords } from "./kept-words.ts";
import { MinutesEditor } from "./minutes-editor.tsx";
import { strandedWords } from "./unsent-words.ts";

type Props = { lab: LabInside; page: Loaded; me: { id: string; name: string } };

const TONES = { draft: "ochre", proposed: "lake", approved: "canopy" } as const;

export function PhaseTag({ of }: { of: MinutesCard["phase"] }) {
  const { t } = useTranslation("lab-work");
  return <Tag tone={TONES[of]}>{t(`minutes.phase.${of}`)}</Tag>;
}

/** One text: written together, read over, then settled. */
export function MinutesPage({ lab, page, me }: Props) {
  const { t } = useTranslation("lab-work");
  const { minutes, shown } = page;
  return (
    <LabFrame
      lab={lab}
      title={<LabWords lab={lab}>{minutes.title}</LabWords>}
      visibility={minutes.visibility}
      tags={<PhaseTag of={minutes.phase} />}
    >
      {shown && <EarlierText lab={lab} page={page} shown={shown} />}
      {!shown && <Text lab={lab} page={page} me={me} />}
      {lab.rights.work && !shown && <Reading lab={lab} page={page} />}
      <MakeProposal editions={page.proposeIn} from={{ kind: "lab", id: lab.id }} />
      {lab.inside && page.versions.length > 0 && <Versions page={page} />}
      {lab.inside && minutes.phase === "draft" && <p className="muted">{t("minutes.private")}</p>}
    </LabFrame>
  );
}

/** The text, to be written in or to be read. */
function Text({ lab, page, me }: Props) {
  const { minutes } = page;
  if (minutes.phase === "draft" && lab.rights.work) {
    return <MinutesEditor key={minutes.id} lab={lab} page={page} me={me} />;
  }
  return (
    <>
      <Stranded slug={lab.slug} minutesId={minutes.id} personId={me.id} />
      <article className="lab-sheet">
        <p className="lab-text" lang={lab.language}>
          {page.text}
        </p>
      </article>
    </>
  );
}

function Reading({ lab, page: { minutes, agreed } }: { lab: LabInside; page: Loaded }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const fields = { minutesId: minutes.id };
  if (minutes.phase === "draft") {
    return (
      <div className="row">
        <PostedAct act="lab.minutes-keep" fields={fields} label={t("minutes.keep")} />
        <Confirm label={t("minutes.propose")} why={t("minutes.proposeWhy")}>
          <PostedAct
            act="lab.minutes-propose"
            fields={fields}
            label={t("minutes.proposeNow")}
            tone="primary"
          />
        </Confirm>
      </div>
    );
  }
  if (minutes.phase === "proposed") {
    return (
      <Section title={t("minutes.reading.title")}>
        <p>
          {t("minutes.reading.agreed", {
            names: formatList(language, agreed.names),
            needed: agreed.needed,
            count: agreed.names.length,
          })}
        </p>
        <div className="row">
          {!agreed.mine && (
            <PostedAct
              act="lab.minutes-agree"
              fields={fields}
              label={t("minutes.reading.agree")}
              tone="primary"
            />
          )}
          <PostedAct act="lab.minutes-reopen" fields={fields} label={t("minutes.reading.reopen")} />
          {lab.rights.lead && agreed.names.length >= agreed.needed && (
            <PostedAct
              act="lab.minutes-approve"
              fields={fields}
              label={t("minutes.reading.approve")}
            />
          )}
        </div>
      </Section>
    );
  }
  if (!lab.rights.lead) return null;
  const next = minutes.visibility === "public" ? "group" : "public";
  return (
    <Confirm label={t(`minutes.show.${next}`)} why={t(`minutes.showWhy.${next}`)}>
      <PostedAct
        act="lab.minutes-show"
        fields={{ ...fields, visibility: next }}
        label={t(`minutes.showNow.${next}`)}
        tone="primary"
      />
    </Confirm>
  );
}

function Versions({ page: { versions } }: { page: Loaded }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  return (
    <Fold label={t("minutes.versions", { count: versions.length })}>
      <ul className="lab-pieces">
        {versions.map(({ number, reason, by, at }) => (
          <li key={number} className="lab-piece">
            <Link to={`?version=${number}`}>{formatDateTime(language, new Date(at))}</Link>
            <span className="muted">
              {t(`minutes.reason.${reason}`)}
              {by && ` · ${by}`}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function EarlierText({
  lab,
  page: { minutes },
  shown,
}: {
  lab: LabInside;
  page: Loaded;
  shown: NonNullable<Loaded["shown"]>;
}) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  return (
    <Section title={t("minutes.earlier", { date: formatDateTime(language, new Date(shown.at)) })}>
      <article className="lab-sheet">
        <p className="lab-text" lang={lab.language}>
          {shown.text}
        </p>
      </article>
      <div className="row">
        <Link to="?">{t("minutes.now")}</Link>
        {minutes.phase === "draft" && lab.rights.work && (
          <Confirm label={t("minutes.restore")} why={t("minutes.restoreWhy")}>
            <PostedAct
              act="lab.minutes-restore"
              fields={{ minutesId: minutes.id, number: String(shown.number) }}
              label={t("minutes.restore")}
            />
          </Confirm>
        )}
      </div>
    </Section>
  );
}

/** Words that came too late for a text that is settled: shown, so that they can be taken elsewhere. */
function Stranded({
  slug,
  minutesId,
  personId,
}: {
  slug: string;
  minutesId: string;
  personId: string;
}) {
  const { t } = useTranslation("lab-work");
  const [found, setFound] = useState<ReturnType<typeof strandedWords>>();
  useEffect(() => setFound(strandedWords(minutesId, personId)), [minutesId, personId]);
  useEffect(() => void forgetWords(slug, minutesId), [slug, minutesId]);
  if (!found || found.texts.length === 0) return null;
  const drop = () => {
    found.drop();
    setFound(undefined);
  };
  return (
    <Notice tone="wait" title={t("minutes.stranded.title")}>
      <p>{t("minutes.stranded.body")}</p>
      {found.texts.map((text, at) => (
        <pre key={at} className="lab-text lab-sheet">
          {text}
        </pre>
      ))}
      <button type="button" className="button button-quiet" onClick={drop}>
        {t("minutes.stranded.drop")}
      </button>
    </Notice>
  );
}
