import { useTranslation } from "react-i18next";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import { Page } from "#app/ui/page.tsx";
import type { StoredMail } from "#server/features/notifications/queries.ts";

const LINK = /^https?:\/\/\S+\/sign-in\/link\/\S+$/;

/** The mails of the demo, newest first, as their readers would get them. */
export function MailsPage({ mails }: { mails: StoredMail[] }) {
  const { t } = useTranslation("sign-in");
  const language = useLanguage();
  return (
    <Page title={t("mails.title")} lead={<p>{t("mails.lead")}</p>}>
      {mails.length === 0 && (
        <EmptyState title={t("mails.none.title")}>{t("mails.none.body")}</EmptyState>
      )}
      {mails.map((mail) => (
        <article key={mail.id} className="stack">
          <h2>
            <span lang={mail.language}>{mail.subject}</span>{" "}
            <LanguageTag language={mail.language} />
          </h2>
          <p className="muted small">
            {t("mails.to", { address: mail.recipient })} ·{" "}
            {t("mails.sent", { when: formatDateTime(language, mail.createdAt) })}
          </p>
          <div lang={mail.language} className="stack">
            {mail.body.split("\n\n").map((paragraph, index) => (
              <Paragraph key={index} text={paragraph} />
            ))}
          </div>
        </article>
      ))}
    </Page>
  );
}

function Paragraph({ text }: { text: string }) {
  if (!LINK.test(text)) return <p>{text}</p>;
  // The path alone: the demo may be looked at under another name than its mails say.
  return (
    <p>
      <a href={new URL(text).pathname}>{text}</a>
    </p>
  );
}
