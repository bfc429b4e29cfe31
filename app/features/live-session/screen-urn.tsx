import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import type { UrnCard } from "#wire/secret-ballots.ts";
import { readable } from "#app/features/decisions/urns/fingerprint.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";

type ClosedUrnProps = { decision: DecisionCard; urn: UrnCard };

/** An urn that is closed, then opened: what the room needs to hold it to its word later. */
export function ClosedUrn({ decision, urn }: ClosedUrnProps) {
  const { t } = useTranslation(["live-session", "urns"]);
  const language = useLanguage();
  const { boardSize, boardHead, done = 0 } = urn;
  return (
    <article>
      <p className="screen-sign">
        {t(done > 0 || urn.openingAsked ? "urns:screen.opening" : "urns:screen.closed")}
      </p>
      <h2 className="screen-title">
        <Words of={decision.title} />
      </h2>
      {boardSize === undefined ? (
        <p className="screen-words">{t("screen.counting")}</p>
      ) : (
        <p className="screen-count">
          <strong>{formatNumber(language, done > 0 ? done : boardSize)}</strong>
          <span>
            {done > 0
              ? t("urns:screen.done", { count: done, total: boardSize })
              : t("urns:screen.ballots", { count: boardSize })}
          </span>
        </p>
      )}
      {done === 0 && urn.openingAsked && urn.threshold !== undefined && (
        <p className="screen-how">
          {t("urns:standing.shares", { count: urn.given ?? 0, threshold: urn.threshold })}
        </p>
      )}
      {boardHead && <ScreenFingerprint hex={boardHead} />}
    </article>
  );
}

/** The board's head: who writes it down can later tell whether a ballot was changed. */
export function ScreenFingerprint({ hex }: { hex: string }) {
  const { t } = useTranslation("urns");
  return (
    <p className="screen-fingerprint">
      <span>{t("fingerprint.label")}</span> <code>{readable(hex)}</code>
    </p>
  );
}
