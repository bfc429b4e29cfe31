import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Words } from "#app/ui/language-tag.tsx";
import { Shape } from "#app/ui/shape.tsx";
import { LINE_STEPS, type LineStep, phaseOf } from "#domain/workers-assembly/line.ts";
import type { EditionHead } from "#wire/workers-assembly.ts";
import "./line.css";

/** The way of one workers' assembly from its survey to its answers; used at the head of every page. */
export function LineNav({ head }: { head: EditionHead }) {
  const { t } = useTranslation("workers-assembly");
  const { pathname } = useLocation();
  const home = `/workers-assembly/${head.slug}`;
  return (
    <nav className="line-nav" aria-label={t("line.nav")}>
      <p className="line-nav-name">
        <Link to={home} aria-current={pathname === home ? "page" : undefined}>
          <Words of={head.titles} tagged />
        </Link>
      </p>
      <ol>
        {LINE_STEPS.map((step) => (
          <Stop key={step} step={step} head={head} here={pathname} />
        ))}
      </ol>
    </nav>
  );
}

/** Where the page of a step is. */
export function stepLink(step: LineStep, head: EditionHead): string {
  if (step === "survey") return `/surveys/campaigns/${head.campaign.slug}`;
  if (step === "answers") return "/ledger/state";
  return `/workers-assembly/${head.slug}/${step}`;
}

function Stop({ step, head, here }: { step: LineStep; head: EditionHead; here: string }) {
  const { t } = useTranslation("workers-assembly");
  const phase = phaseOf(step, head.stage);
  const to = stepLink(step, head);
  return (
    <li
      className={`line-stop line-stop-${phase}`}
      aria-current={phase === "current" ? "step" : undefined}
    >
      <Shape name={phase === "upcoming" ? "ring" : phase === "done" ? "circle" : "square"} />
      <Link to={to} aria-current={here.startsWith(to) ? "page" : undefined}>
        {t(`line.step.${step}`)}
      </Link>
      <span className="for-ears">{t(`line.phase.${phase}`)}</span>
    </li>
  );
}
