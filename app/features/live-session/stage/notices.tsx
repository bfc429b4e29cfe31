import { useTranslation } from "react-i18next";
import type { NoticeAudience } from "#domain/live-session/stage/scene.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { NoticeView } from "#wire/stage.ts";
import { formatList, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ActForm } from "../act-form.tsx";
import { InLanguages } from "./in-languages.tsx";
import { StageFold } from "./stage-fold.tsx";

const TO: readonly NoticeAudience[] = ["members", "room", "bureau"];

/** The bureau's words that this audience is told, the latest first. */
export function noticesInOrder({ stage }: SessionView): NoticeView[] {
  return Object.values(stage.notices).sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** What the bureau says to those who look at this page. */
export function Notices({ view }: { view: SessionView }) {
  const { t } = useTranslation("stage");
  const notices = noticesInOrder(view);
  if (notices.length === 0) return null;
  return (
    <section className="stack" aria-label={t("notices.label")}>
      {notices.map((notice) => (
        <Notice key={notice.id} tone="wait">
          <p>
            <Words of={notice.texts} tagged />
          </p>
        </Notice>
      ))}
    </section>
  );
}

/** Sends a word, and takes it back. */
export function NoticeDesk({ view }: { view: SessionView }) {
  const { t } = useTranslation("stage");
  const { id: assemblyId, phase } = view.assembly;
  const notices = noticesInOrder(view);
  return (
    <StageFold
      id="notices"
      title={t("notices.heading")}
      standing={t("notices.count", { count: notices.length })}
    >
      <ul className="stage-rows">
        {notices.map((notice) => (
          <SentNotice key={notice.id} notice={notice} assemblyId={assemblyId} />
        ))}
      </ul>
      {phase !== "closed" && (
        <ActForm
          key={notices[0]?.id ?? "first"}
          act="notice.send"
          fields={{ assemblyId }}
          label={t("notices.send")}
        >
          <InLanguages label={t("notices.text")} />
          <Choices legend={t("notices.to")}>
            {TO.map((audience) => (
              <Choice
                key={audience}
                type="checkbox"
                name="to"
                value={audience}
                defaultChecked={audience === "members"}
                label={t(`notices.audience.${audience}`)}
              />
            ))}
          </Choices>
        </ActForm>
      )}
    </StageFold>
  );
}

function SentNotice({ notice, assemblyId }: { notice: NoticeView; assemblyId: string }) {
  const { t } = useTranslation("stage");
  const language = useLanguage();
  const to = notice.to.map((audience) => t(`notices.audience.${audience}`));
  return (
    <li className="stage-row">
      <div>
        <p>
          <Words of={notice.texts} tagged />
        </p>
        <p className="small muted">
          {t("notices.sent", {
            time: formatTime(language, notice.at),
            to: formatList(language, to),
          })}
        </p>
      </div>
      <ActForm
        act="notice.take-back"
        fields={{ assemblyId, noticeId: notice.id }}
        label={t("notices.takeBack")}
      />
    </li>
  );
}
