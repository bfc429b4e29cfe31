import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PublishedSums, SumsOf } from "#domain/codev/evaluation.ts";
import { END_ACTIONS, LEARNINGS, OUTCOMES } from "#domain/codev/words.ts";
import { Section } from "#app/ui/page.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";

type Props = { sums: PublishedSums };

/** Sums over several groups, each with how many they are of: sessions, cycles, and what became of plans. */
export function Published({ sums: { sessions, endings, followUps } }: Props) {
  const { t } = useTranslation("codev");
  return (
    <>
      {sessions && (
        <Sums title={t("evaluated.title")} of={sessions}>
          {(["useful", "safe", "act"] as const).map((question) => ({
            label: t(`evaluated.${question}`),
            value: sessions[question],
          }))}
        </Sums>
      )}
      {endings && (
        <Sums title={t("ended.title")} of={endings}>
          {[
            { label: t("ended.recommend"), value: endings.recommend },
            ...END_ACTIONS.map((word) => ({
              label: t(`ended.actions.${word}`),
              value: endings.actions[word],
            })),
          ]}
        </Sums>
      )}
      {endings && (
        <ul className="codev-learned" aria-label={t("ended.learned")}>
          {LEARNINGS.map((word) => (
            <li key={word}>
              {t(`learning.${word}`)} <strong>{endings.learnings[word]}</strong>
            </li>
          ))}
        </ul>
      )}
      {followUps && (
        <Sums title={t("became.title")} of={followUps}>
          {OUTCOMES.map((word) => ({
            label: t(`outcome.${word}`),
            value: followUps.outcomes[word],
          }))}
        </Sums>
      )}
    </>
  );
}

type SumsProps = { title: string; of: SumsOf; children: { label: string; value: number }[] };

function Sums({ title, of, children }: SumsProps): ReactNode {
  const { t } = useTranslation("codev");
  return (
    <Section title={title}>
      <p className="muted">{t("evaluated.about", { count: of.groups })}</p>
      <Stats>
        {children.map(({ label, value }) => (
          <Stat
            key={label}
            value={value}
            label={label}
            of={t("evaluated.of", { count: of.answers })}
          />
        ))}
      </Stats>
    </Section>
  );
}
