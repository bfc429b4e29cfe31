import { useTranslation } from "react-i18next";
import type { AlteredBoard as Altered } from "#wire/secret-ballots.ts";
import { ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Notice } from "#app/ui/notice.tsx";
import { readable } from "./fingerprint.tsx";

type AlteredBoardProps = {
  altered: Altered;
  /** As they were at the close. */
  boardSize?: number;
  boardHead?: string;
};

/** An urn that is not the one that was closed: what was found, and what the bureau does now. */
export function AlteredBoard({ altered, boardSize = 0, boardHead = "" }: AlteredBoardProps) {
  const { t } = useTranslation("urns");
  const language = useLanguage();
  const { foundAt, ballots, unsound, head } = altered;
  return (
    <Notice tone="stop" role="alert" title={t("altered.title")}>
      <p>{t("altered.what")}</p>
      <ul>
        <li>{t("altered.foundAt", { at: formatDateTime(language, foundAt) })}</li>
        <li>{t("altered.ballots", { found: ballots, sealed: boardSize })}</li>
        <li>{unsound > 0 ? t("altered.unsound", { count: unsound }) : t("altered.sound")}</li>
        <li>
          {t("altered.headThen")} <code>{readable(boardHead)}</code>
        </li>
        <li>
          {t("altered.headNow")} <code>{readable(head)}</code>
        </li>
      </ul>
      <p>{t("altered.todo")}</p>
      <ol>
        <li>{t("altered.suspend")}</li>
        <li>{t("altered.keep")}</li>
        <li>{t("altered.notary")}</li>
        <li>{t("altered.after")}</li>
      </ol>
    </Notice>
  );
}

/** The chair has an altered urn looked at again, once its board was put back. */
export function LookAgain({ decisionId }: { decisionId: string }) {
  const { t } = useTranslation("urns");
  return (
    <ConfirmAct
      act="urn.ask-opening"
      fields={{ decisionId }}
      summary={t("altered.again.summary")}
      why={t("altered.again.why")}
      label={t("altered.again.confirm")}
    />
  );
}
