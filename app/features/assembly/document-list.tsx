import { Link, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "#app/ui/icon.tsx";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import type { DocumentCard } from "#wire/assembly.ts";
import "./document-list.css";

/** Documents with the language each is in, and whether that language counts. */
export function DocumentList({ documents }: { documents: DocumentCard[] }) {
  const { t } = useTranslation("assembly");
  const { slug } = useParams();
  return (
    <ul className="documents" aria-label={t("documents")}>
      {documents.map((document) => (
        <li key={document.id} className="document">
          <Icon name="document" />
          <Link to={`/assembly/${slug}/documents/${document.id}`} lang={document.language}>
            {document.title}
          </Link>
          <LanguageTag language={document.language} />
          {document.authoritative && <span className="document-mark">{t("authoritative")}</span>}
        </li>
      ))}
    </ul>
  );
}
