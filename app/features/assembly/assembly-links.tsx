import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AssemblyPage } from "#wire/assembly.ts";

/** The pages around an assembly that hold something in its present phase. */
export function AssemblyLinks({ assembly }: { assembly: AssemblyPage }) {
  const { t } = useTranslation("assembly");
  const { slug, phase, mandates, programme } = assembly;
  const begun = phase === "live" || phase === "closed";
  const places = [
    ...(programme ? ["programme"] : []),
    ...(mandates ? ["mandates"] : []),
    ...(phase === "convened" || phase === "live" ? ["pass"] : []),
    ...(begun ? ["recap", "minutes", "reconciliation"] : []),
  ];
  if (places.length === 0) return null;
  return (
    <nav aria-label={t("links.label")}>
      <ul className="row">
        {places.map((place) => (
          <li key={place}>
            <Link to={`/assembly/${slug}/${place}`}>{t(`links.${place}`)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
