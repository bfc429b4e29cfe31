import { useTranslation } from "react-i18next";
import type { Check } from "#domain/decisions/secret/check.ts";
import { Section } from "#app/ui/page.tsx";
import type { ShapeName } from "#app/ui/shape.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";

const LOOKS: Record<Check["state"], { tone: TagTone; shape: ShapeName }> = {
  passed: { tone: "canopy", shape: "circle" },
  failed: { tone: "clay", shape: "square" },
  open: { tone: "ochre", shape: "ring" },
};

/** The five checks, each with what it means and what it found. */
export function RecountChecks({ checks }: { checks: Check[] }) {
  const { t } = useTranslation("recount");
  return (
    <Section title={t("checks.title")}>
      <ol className="recount-checks">
        {checks.map((check) => (
          <li key={check.name} className="recount-check">
            <h3 className="recount-check-name">
              {t(`checks.${check.name}.name`)}{" "}
              <Tag {...LOOKS[check.state]}>{t(`state.${check.state}`)}</Tag>
            </h3>
            <p>{t(`checks.${check.name}.explain`)}</p>
            <Findings check={check} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Findings({ check: { findings, failures } }: { check: Check }) {
  const { t } = useTranslation("recount");
  if (findings.length === 0) return null;
  const more = failures - findings.length;
  return (
    <ul className="recount-findings">
      {findings.map((finding) => (
        <li key={JSON.stringify(finding)}>{t(`finding.${finding.code}`, finding)}</li>
      ))}
      {more > 0 && <li>{t("finding.more", { count: more })}</li>}
    </ul>
  );
}
