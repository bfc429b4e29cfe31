import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import type { LoadedRoom } from "../load-session.server.ts";
import type { SessionPlace } from "../session-place.ts";
import { SessionShell } from "../session-shell.tsx";
import { useRoom } from "../use-room.ts";
import { sitesInOrder } from "./sites-in-order.ts";
import "./card.css";

/** What may be lost, and how many steps help. */
const LOSSES = { stream: 5, platform: 6, room: 5 } as const;
type Loss = keyof typeof LOSSES;

type CardPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  /** The short address that is said aloud. */
  host: string;
  loadedAt: number;
};

/** What the bureau does when something fails. To be printed before: it must not need what failed. */
export function CardPage({ session, places, host, loadedAt }: CardPageProps) {
  const { t } = useTranslation("stage");
  const { view, refusal } = useRoom(session.room, session);
  const language = useLanguage();
  return (
    <SessionShell view={view} places={places} refusal={refusal}>
      <div className="failure-card stack-wide">
        <header className="stack">
          <h2>{t("card.title")}</h2>
          <p>{t("card.lead")}</p>
          <p className="not-printed muted">{t("card.print")}</p>
        </header>
        {(Object.keys(LOSSES) as Loss[]).map((loss) => (
          <LossSteps key={loss} loss={loss} />
        ))}
        <Section title={t("card.ours")}>
          <ul>
            <li>{t("card.address", { host })}</li>
            {sitesInOrder(view).map(({ id, name, city, delay }) => (
              <li key={id}>
                {[name, city, delay !== undefined && t("stream.delay", { count: delay })]
                  .filter(Boolean)
                  .join(" · ")}
              </li>
            ))}
            <li>{t("card.deskLine")}</li>
            <li>{t("card.techLine")}</li>
          </ul>
          <p className="small muted">
            {t("card.printedAt", { time: formatDateTime(language, loadedAt) })}
          </p>
        </Section>
      </div>
    </SessionShell>
  );
}

function LossSteps({ loss }: { loss: Loss }) {
  const { t } = useTranslation("stage");
  const steps = Array.from({ length: LOSSES[loss] }, (_, at) => at + 1);
  return (
    <Section title={t(`card.${loss}.title`)}>
      <p className="failure-say">{t(`card.${loss}.say`)}</p>
      <ol className="failure-steps">
        {steps.map((step) => (
          <li key={step}>{t(`card.${loss}.step${step}`)}</li>
        ))}
      </ol>
      <p className="small">{t(`card.${loss}.safe`)}</p>
    </Section>
  );
}
