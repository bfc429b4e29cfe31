import { useTranslation } from "react-i18next";
import { Fold } from "#app/features/live-session/fold.tsx";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDate, formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextArea } from "#app/ui/field.tsx";
import type { CharterPage as Loaded, LabInside } from "#wire/lab-work.ts";
import { LabFrame } from "../work/lab-frame.tsx";

/** What the group promised each other, and who agreed to it. */
export function CharterPage({ lab, charter }: { lab: LabInside; charter: Loaded }) {
  const { t } = useTranslation("lab-work");
  const { number, text } = charter;
  return (
    <LabFrame lab={lab} title={t("charter.title")} lead={<p>{t("charter.about")}</p>}>
      {number === 0 ? (
        <EmptyState title={t("charter.empty.title")}>
          <p>{t("charter.empty.body")}</p>
        </EmptyState>
      ) : (
        <Present lab={lab} charter={charter} />
      )}
      {lab.rights.work && (
        <Fold label={t(number === 0 ? "charter.begin" : "charter.change")} open={number === 0}>
          {number > 0 && <p>{t("charter.changeWhy")}</p>}
          <PostedAct
            act="lab.charter-write"
            fields={{ labId: lab.id, number: String(number) }}
            label={t("charter.write")}
          >
            <TextArea
              key={number}
              name="text"
              label={t("charter.text")}
              lang={lab.language}
              defaultValue={text || t("charter.example")}
              maxLength={10000}
              rows={12}
            />
          </PostedAct>
        </Fold>
      )}
    </LabFrame>
  );
}

function Present({ lab, charter }: { lab: LabInside; charter: Loaded }) {
  const { t } = useTranslation("lab-work");
  const language = useLanguage();
  const { number, by, at, agreed, missing, mine, earlier } = charter;
  const day = (instant: number) => formatDate(language, new Date(instant), "long");
  return (
    <>
      <article className="lab-sheet stack">
        <p className="lab-text" lang={lab.language}>
          {charter.text}
        </p>
        <p className="muted">
          {[t("charter.version", { number }), by, at && day(at)].filter(Boolean).join(" · ")}
        </p>
      </article>
      {agreed.length > 0 && (
        <p>{t("charter.agreed", { count: agreed.length, names: formatList(language, agreed) })}</p>
      )}
      {missing.length > 0 && (
        <p className="muted">
          {t("charter.missing", { count: missing.length, names: formatList(language, missing) })}
        </p>
      )}
      {!mine && lab.rights.work && (
        <PostedAct
          act="lab.charter-agree"
          fields={{ labId: lab.id, number: String(number) }}
          label={t("charter.agree")}
          tone="primary"
        />
      )}
      {earlier.length > 0 && (
        <p className="muted">
          {t("charter.earlier", {
            list: formatList(
              language,
              earlier.map((one) => `${t("charter.version", one)} (${day(one.at)})`),
            ),
          })}
        </p>
      )}
    </>
  );
}
