import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import { Sheet } from "#app/ui/sheet.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { DocumentPage } from "#wire/assembly.ts";
import { blocksOf } from "./blocks.ts";
import { DocumentList } from "./document-list.tsx";
import "#app/ui/page.css";
import "./document-view.css";

/** A document as paper: which language it is in, whether it counts, its text. */
export function DocumentView({ document }: { document: DocumentPage }) {
  const { t } = useTranslation("assembly");
  const reader = useLanguage();
  const { assembly, item } = document;
  const itemTitle = inLanguage(item.title, reader)?.value;
  return (
    <div className="page">
      <p className="page-kicker">
        <Link to={`/assembly/${assembly.slug}#item-${item.position}`}>
          {t("document.back", { position: item.position, title: itemTitle })}
        </Link>
      </p>
      <Sheet
        kind={t(
          document.authoritative ? "document.authoritativeNote" : "document.informativeNote",
          {
            language: languageName(document.language, reader),
          },
        )}
        basis={t("version", { version: document.version })}
        title={<span lang={document.language}>{document.title}</span>}
      >
        <DocumentBody document={document} />
      </Sheet>
      {document.beside.length > 0 && (
        <div className="document-beside not-printed">
          <Section title={t("document.beside")}>
            <DocumentList documents={document.beside} />
          </Section>
        </div>
      )}
    </div>
  );
}

function DocumentBody({ document }: { document: DocumentPage }) {
  const { t } = useTranslation("assembly");
  return (
    <>
      {!document.body && <p>{t("document.noBody")}</p>}
      <div lang={document.language} className="stack document-text">
        {blocksOf(document.body).map((block, index) =>
          block.kind === "heading" ? (
            <h2 key={index}>{block.text}</h2>
          ) : block.kind === "list" ? (
            <ul key={index}>
              {block.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ) : (
            <p key={index}>{block.text}</p>
          ),
        )}
      </div>
      {document.url && (
        <p>
          <a href={document.url} rel="noreferrer">
            {t("document.open")}
          </a>
        </p>
      )}
    </>
  );
}
