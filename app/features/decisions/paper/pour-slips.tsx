import { useTranslation } from "react-i18next";
import type { PaperUrn } from "#wire/urns.ts";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Two readings that agree go into the urn, with a reason where slips are missing. */
export function PourSlips({ urn }: { urn: PaperUrn }) {
  const { t } = useTranslation("urns");
  const language = useLanguage();
  const { differences, enterers, given } = urn;
  if (!differences) {
    return <p className="muted">{t(enterers.length === 0 ? "paper.begin" : "paper.second")}</p>;
  }
  if (differences.length > 0) {
    return (
      <Notice tone="wait" role="status" title={t("paper.differ.title")}>
        <p>
          {t("paper.differ.body", {
            count: differences.length,
            slips: formatList(language, differences.map(String)),
          })}
        </p>
      </Notice>
    );
  }
  const found = Math.max(...enterers.map(({ slips }) => slips));
  const missing = given - found;
  if (missing < 0) {
    return (
      <Notice tone="stop" role="status" title={t("paper.tooMany.title")}>
        <p>{t("paper.tooMany.body", { count: -missing })}</p>
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="done" role="status" title={t("paper.agree.title")}>
        <p>{t(missing > 0 ? "paper.agree.missing" : "paper.agree.all", { count: missing })}</p>
      </Notice>
      <Confirm label={t("paper.pour.summary")} why={t("paper.pour.why")} tone="primary">
        <ActForm
          act="paper.pour"
          fields={{
            decisionId: urn.decisionId,
            ...(missing > 0 ? {} : { missingReason: "" }),
          }}
          label={t("paper.pour.confirm")}
          tone="primary"
        >
          {missing > 0 && (
            <TextArea
              name="missingReason"
              label={t("paper.pour.reason", { count: missing })}
              help={t("paper.pour.reasonHelp")}
              minLength={3}
              maxLength={500}
              rows={3}
            />
          )}
        </ActForm>
      </Confirm>
    </>
  );
}
