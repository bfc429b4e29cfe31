import { useTranslation } from "react-i18next";
import { MOST_DELAY, UNKNOWN_DELAY } from "#domain/live-session/stage/remote-ears.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { StageSite } from "#wire/stage.ts";
import { Field } from "#app/ui/field.tsx";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { useClock } from "./server-clock.tsx";
import { sitesInOrder } from "./sites-in-order.ts";
import { StageFold } from "./stage-fold.tsx";
import { useSpan } from "./use-span.ts";

/** Sites that are followed by a stream, or whose delay somebody set. */
export function heardSites(view: SessionView): StageSite[] {
  return sitesInOrder(view).filter(({ streams, delay }) => streams || delay !== undefined);
}

/** How late those are who follow from elsewhere: measured by a word that somebody hears, or set. */
export function StreamDesk({ view }: { view: SessionView }) {
  const { t } = useTranslation("stage");
  const sites = heardSites(view);
  const slowest = Math.max(0, ...sites.map(({ delay = UNKNOWN_DELAY }) => delay));
  const { id: assemblyId, phase } = view.assembly;
  if (sites.length === 0) return null;
  return (
    <StageFold
      id="stream"
      title={t("stream.heading")}
      standing={t("stream.slowest", { count: slowest })}
    >
      <p>{t("stream.why")}</p>
      {phase !== "closed" && (
        <>
          <p className="small">{t("stream.how")}</p>
          <ActForm act="stream.mark" fields={{ assemblyId }} label={t("stream.mark")} />
          <MarkedAgo view={view} />
        </>
      )}
      <ul className="stage-rows">
        {sites.map((site) => (
          <SiteDelay key={site.id} site={site} assemblyId={assemblyId} />
        ))}
      </ul>
    </StageFold>
  );
}

/** So long the desk says when the word was said (ms). */
const SAID_FOR = 2 * 60_000;

/** While somebody may still hear the word on a slow stream. */
function MarkedAgo({ view }: { view: SessionView }) {
  const { t } = useTranslation("stage");
  const span = useSpan();
  const { delayMarkedAt } = view.stage;
  const now = useClock();
  if (delayMarkedAt === undefined || now === undefined) return null;
  const ago = now - delayMarkedAt;
  if (ago > SAID_FOR) return null;
  return <p role="timer">{t("stream.marked", { time: span(Math.max(0, ago)) })}</p>;
}

function SiteDelay({ site, assemblyId }: { site: StageSite; assemblyId: string }) {
  const { t } = useTranslation("stage");
  const { id: siteId, name, delay } = site;
  return (
    <li className="stage-entry">
      <p>
        <strong>{name}</strong>{" "}
        {delay === undefined
          ? t("stream.unknown", { count: UNKNOWN_DELAY })
          : t("stream.delay", { count: delay })}
      </p>
      <Fold label={t("stream.set")}>
        <ActForm
          key={delay ?? "unknown"}
          act="stream.delay"
          fields={{ assemblyId, siteId }}
          label={t("stream.save")}
        >
          <Field
            name="seconds"
            type="number"
            inputMode="numeric"
            min={0}
            max={MOST_DELAY}
            defaultValue={delay ?? UNKNOWN_DELAY}
            label={t("stream.seconds", { name })}
          />
        </ActForm>
      </Fold>
    </li>
  );
}
