import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDate, formatDayAndMonth, formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import type { AssemblyCard, AssemblyPhase } from "#wire/assembly.ts";
import "./assembly-poster.css";

const PHASE_TONES: Record<AssemblyPhase, TagTone> = {
  prepared: "plain",
  convened: "lake",
  live: "canopy",
  closed: "plain",
};

/** An assembly as a notice on the door: the day in large, what it is, where and when. */
export function AssemblyPoster({
  assembly,
  level = 3,
  children,
}: {
  assembly: AssemblyCard;
  level?: 2 | 3;
  children?: ReactNode;
}) {
  const { t } = useTranslation("assembly");
  const language = useLanguage();
  const { day, month } = formatDayAndMonth(language, assembly.day);
  const Title = `h${level}` as const;
  return (
    <article className={`poster poster-${assembly.phase}`}>
      <p className="poster-day" aria-hidden="true">
        <span className="poster-number">{day}</span>
        <span className="poster-month">{month}</span>
        <span className="poster-year">{assembly.day.slice(0, 4)}</span>
      </p>
      <div className="poster-words">
        <p>
          <Tag tone={PHASE_TONES[assembly.phase]}>{t(`phase.${assembly.phase}`)}</Tag>
        </p>
        <Title className="poster-title">
          <Link to={`/assembly/${assembly.slug}`}>
            <Words of={assembly.title} tagged />
          </Link>
        </Title>
        <p className="muted">
          <time dateTime={new Date(assembly.startsAt).toISOString()}>
            {formatDate(language, assembly.day, "full")}{" "}
            {t("at", { time: formatTime(language, assembly.startsAt) })}
          </time>
          {assembly.place && <>, {assembly.place}</>}
        </p>
        {children && <div className="row poster-actions">{children}</div>}
      </div>
    </article>
  );
}
