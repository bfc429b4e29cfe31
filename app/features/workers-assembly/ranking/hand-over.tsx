import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { QrImage } from "#app/features/check-in/qr-image.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { writePicks } from "#domain/workers-assembly/shortlist.ts";
import type { QrPicture } from "#wire/check-in.ts";

/** The shortlist on its way to another device: a link and a code that are made here and sent nowhere. */
export function HandOver({ slug, picks }: { slug: string; picks: readonly string[] }) {
  const { t } = useTranslation("workers-ranking");
  const [open, setOpen] = useState(false);
  return (
    <details
      className="ranking-more not-printed"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t("short.hand")}</summary>
      {open && <Carried slug={slug} picks={picks} />}
    </details>
  );
}

function Carried({ slug, picks }: { slug: string; picks: readonly string[] }) {
  const { t } = useTranslation("workers-ranking");
  const [copied, setCopied] = useState(false);
  const [qr, setQr] = useState<QrPicture>();
  const link = `${window.location.origin}/workers-assembly/${slug}/ranking${writePicks(picks)}`;
  useEffect(() => {
    let gone = false;
    void import("#app/features/check-in/qr-picture.ts").then(({ qrPicture }) => {
      if (!gone) setQr(qrPicture(link));
    });
    return () => {
      gone = true;
    };
  }, [link]);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <div className="stack">
      <p>{t("short.handHow")}</p>
      <Field label={t("short.link")} value={link} readOnly spellCheck={false} />
      <p className="row">
        <Button type="button" tone="quiet" onClick={() => void copy()}>
          {t("short.copy")}
        </Button>
        <span role="status">{copied && t("short.copied")}</span>
      </p>
      {qr && (
        <div className="ranking-qr">
          <QrImage qr={qr} label={t("short.qr")} />
        </div>
      )}
    </div>
  );
}
