import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { ProgrammePage, ProgrammeSite } from "#wire/programme.ts";
import { Hours } from "./session-facts.tsx";
import { SynthesisTag } from "./synthesis-tag.tsx";

/** Places in a row: where each is, and of a stop what became of what was said there. */
export function SiteList({ sites, page }: { sites: ProgrammeSite[]; page: ProgrammePage }) {
  const { t } = useTranslation("programme");
  const language = useLanguage();
  return (
    <ul className="sites">
      {sites.map((site) => (
        <li key={site.id} className="site">
          {site.kind === "stop" && (
            <p className="small muted">{formatDate(language, site.startsAt, "full")}</p>
          )}
          <h3 className="site-name">
            <Link to={`/assembly/${page.assembly.slug}/programme/sites/${site.slug}`}>
              {site.name}
            </Link>
          </h3>
          <p className="small muted">
            {site.kind === "stop" ? site.address : t(`site.kind.${site.kind}`)}
            {" · "}
            <Hours of={site} />
          </p>
          {site.cancelled && (
            <Tag tone="clay" shape="square">
              {t("cancelled")}
            </Tag>
          )}
          {page.syntheses[site.id] && <SynthesisTag synthesis={page.syntheses[site.id]!} />}
        </li>
      ))}
    </ul>
  );
}
