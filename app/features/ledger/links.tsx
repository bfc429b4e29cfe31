import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section } from "#app/ui/page.tsx";
import { readsBothWays } from "#domain/ledger/links.ts";
import type { ItemLink } from "#wire/ledger-pages.ts";
import { ItemWords } from "./item-tags.tsx";

/** How it stands to others; what is alike in words alone is kept for those who write. */
export function Links({ links }: { links: ItemLink[] }) {
  const { t } = useTranslation("ledger");
  const shown = links.filter(({ kind }) => kind !== "unrelated");
  if (shown.length === 0) return null;
  return (
    <Section title={t("link.title")}>
      <ul>
        {shown.map((link) => (
          <li key={link.number}>
            <LinkWords link={link} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** "Depends on n° 12 · …", or from the other end "n° 12 depends on it". */
export function LinkWords({ link }: { link: ItemLink }) {
  const { t } = useTranslation("ledger");
  const inward = link.inward && !readsBothWays(link.kind);
  return (
    <>
      {t(`link.${inward ? "inward." : ""}${link.kind}`)}{" "}
      <Link to={`/ledger/${link.number}`}>
        {t("number", { number: link.number })} · <ItemWords item={link}>{link.title}</ItemWords>
      </Link>
      {(link.state === "merged" || link.state === "withdrawn") && ` (${t(`state.${link.state}`)})`}
      {link.note && <span className="muted"> – {link.note}</span>}
    </>
  );
}
