import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { OUTCOMES } from "#domain/codev/words.ts";
import type { CodevFrontPage, FollowUp } from "#wire/codev-pages.ts";

/** Plans that one took out of a group, and what is asked of them three months later. */
export function OwnSpace({ page: { plans, followUps } }: { page: CodevFrontPage }) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const asked = followUps.find(({ outcome }) => !outcome);
  if (plans.length === 0 && followUps.length === 0) return null;
  return (
    <Section id="own" title={t("own.title")}>
      <p className="muted">{t("own.about")}</p>
      {plans.map(({ id, keptAt, text }) => (
        <article key={id} className="codev-card">
          <h3>{t("own.plan", { date: formatDate(language, keptAt) })}</h3>
          <p className="codev-own">{text}</p>
          <Confirm label={t("own.remove")} why={t("own.removeWhy")}>
            <PostedAct
              act="codev.remove-plan"
              fields={{ planId: id }}
              label={t("own.removeNow")}
              tone="stop"
            />
          </Confirm>
        </article>
      ))}
      {followUps.map((followUp) => (
        <AskAgain
          key={followUp.sessionId}
          followUp={followUp}
          open={followUp.sessionId === asked?.sessionId}
        />
      ))}
    </Section>
  );
}

/** One question stands open; the others, and what was answered, are folded. */
function AskAgain({ followUp, open }: { followUp: FollowUp; open: boolean }) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const { sessionId, dueOn, outcome, note } = followUp;
  return (
    <details className="codev-card codev-fold" open={open}>
      <summary>
        {outcome
          ? t("own.answered", {
              date: formatDate(language, dueOn),
              outcome: t(`outcome.${outcome}`),
            })
          : t("own.threeMonths", { date: formatDate(language, dueOn) })}
      </summary>
      <PostedAct
        act="codev.answer-follow-up"
        fields={{ sessionId }}
        label={t(outcome ? "own.changeAnswer" : "own.answer")}
      >
        <Choices legend={t("own.became")}>
          {OUTCOMES.map((value) => (
            <Choice
              key={value}
              name="outcome"
              value={value}
              label={t(`outcome.${value}`)}
              defaultChecked={value === outcome}
              required
            />
          ))}
        </Choices>
        <TextArea
          label={t("own.note")}
          help={t("own.noteHelp")}
          name="note"
          optional
          rows={3}
          maxLength={2_000}
          defaultValue={note ?? ""}
        />
      </PostedAct>
    </details>
  );
}
