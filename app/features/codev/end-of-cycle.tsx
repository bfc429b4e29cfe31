import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CheckBox, Choice, Choices } from "#app/ui/choice.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { END_ACTIONS, LEARNINGS } from "#domain/codev/words.ts";
import type { CyclePage } from "#wire/codev-pages.ts";

const DEGREES = [1, 2, 3, 4] as const;

/** A cycle is over: until when one's plan can be taken away, and three questions on the whole. */
export function EndOfCycle({ page }: { page: CyclePage }) {
  const { t } = useTranslation("codev");
  const language = useLanguage();
  const { state, purgeOn, purged, myState, endAnswered } = page;
  if (state !== "closed" || !purgeOn || purged) return null;
  return (
    <>
      <Notice tone="wait" title={t("ending.title", { date: formatDate(language, purgeOn) })}>
        <p>{t("ending.text")}</p>
      </Notice>
      {myState === "active" && endAnswered && <p className="muted">{t("end.done")}</p>}
      {myState === "active" && !endAnswered && <Questions cycleId={page.id} />}
    </>
  );
}

function Questions({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation("codev");
  return (
    <Section title={t("end.title")}>
      <p>{t("evaluate.about")}</p>
      <PostedAct act="codev.evaluate-cycle" fields={{ cycleId }} label={t("evaluate.send")}>
        <Choices legend={t("end.actions")}>
          {END_ACTIONS.map((value) => (
            <Choice
              key={value}
              name="actions"
              value={value}
              label={t(`ended.actions.${value}`)}
              required
            />
          ))}
        </Choices>
        <Choices legend={t("end.recommend")}>
          {DEGREES.map((degree) => (
            <Choice
              key={degree}
              name="recommend"
              value={degree}
              label={t(`degree.${degree}`)}
              required
            />
          ))}
        </Choices>
        <Choices legend={t("end.learnings")} help={t("end.learningsHelp")}>
          {LEARNINGS.map((value) => (
            <CheckBox key={value} name="learnings" value={value} label={t(`learning.${value}`)} />
          ))}
        </Choices>
      </PostedAct>
    </Section>
  );
}
