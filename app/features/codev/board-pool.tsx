import { useTranslation } from "react-i18next";
import { PostedAct } from "#app/features/live-session/posted-act.tsx";
import { formatList, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { FACILITATOR_STAGES } from "#domain/codev/words.ts";
import type { BoardPage, PoolPerson } from "#wire/codev-board.ts";

/** The pool of those who lead: training, languages, how many groups they have and could have. */
export function BoardPool({ page: { facilitators } }: { page: BoardPage }) {
  const { t } = useTranslation("codev");
  return (
    <Section title={t("pool.title", { count: facilitators.length })}>
      {facilitators.length === 0 && <EmptyState title={t("pool.none")} />}
      <ul className="codev-list">
        {facilitators.map((one) => (
          <Facilitator key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function Facilitator({ one }: { one: PoolPerson }) {
  const { t } = useTranslation("codev");
  const reader = useLanguage();
  const languages = one.languages.map((language) => languageName(language, reader));
  return (
    <li className="codev-card">
      <p className="codev-card-name">
        {one.name} <Tag>{t(`side.${one.side}`)}</Tag>{" "}
        <Tag tone={one.stage === "ready" ? "canopy" : "ochre"}>{t(`stage.${one.stage}`)}</Tag>
      </p>
      <p className="muted">
        {formatList(reader, languages)} · {t("pool.leads", { leads: one.leads, of: one.capacity })}
      </p>
      <details className="codev-fold">
        <summary>{t("pool.training")}</summary>
        <PostedAct
          act="codev.set-training"
          fields={{ personId: one.id }}
          label={t("pool.saveTraining")}
        >
          <Select
            label={t("pool.stage")}
            name="stage"
            defaultValue={one.stage}
            options={FACILITATOR_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
          />
          <Field
            label={t("pool.trainedOn")}
            name="trainedOn"
            type="date"
            optional
            defaultValue={one.trainedOn ?? ""}
          />
        </PostedAct>
      </details>
    </li>
  );
}
