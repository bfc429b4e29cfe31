import { useTranslation } from "react-i18next";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Choice } from "#app/ui/choice.tsx";
import { Section } from "#app/ui/page.tsx";
import type { BookPage } from "#wire/workers-book.ts";

/** How many signed, who of them wishes to be named, and one's own signature. */
export function Signing({ page: { head, shown, signatures } }: { page: BookPage }) {
  const { t } = useTranslation("workers-book");
  const language = useLanguage();
  const { count, named, mine } = signatures;
  const last = shown?.versions[0]?.version;
  const fields = { slug: head.slug };
  return (
    <Section id="signatures" title={t("sign.title")}>
      <p>{count === undefined ? t("sign.few") : t("sign.count", { count })}</p>
      {named.length > 0 && (
        <p>
          {t("sign.named")} {formatList(language, named)}
        </p>
      )}
      <p className="muted small">{t("sign.how")}</p>
      {mine.version !== undefined && (
        <p>{t(mine.named ? "sign.yoursNamed" : "sign.yours", { version: mine.version })}</p>
      )}
      {mine.may ? (
        <ActForm
          act="workers-book.sign"
          fields={fields}
          label={t(labelOf(mine.version, last))}
          tone={mine.version === undefined ? "primary" : "quiet"}
          className="stack not-printed"
        >
          <Choice
            type="checkbox"
            name="named"
            value="on"
            label={t("sign.name")}
            defaultChecked={mine.named}
          />
        </ActForm>
      ) : (
        <p className="muted small">{t("sign.who")}</p>
      )}
      {mine.version !== undefined && (
        <ActForm act="workers-book.unsign" fields={fields} label={t("sign.takeBack")} />
      )}
    </Section>
  );
}

function labelOf(mine: number | undefined, last: number | undefined) {
  if (mine === undefined) return "sign.give";
  return mine === last ? "sign.change" : "sign.again";
}
