import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CeremonyView, UrnView } from "#wire/urns.ts";
import { PrintButton } from "#app/features/decisions/print-button.tsx";
import { Button } from "#app/ui/button.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Sheet } from "#app/ui/sheet.tsx";
import { backupOf } from "./handle-shares.ts";
import type { KeptKeys } from "./keeper-store.ts";

type BackupSheetProps = {
  view: CeremonyView;
  /** Urns of which this browser keeps a share. */
  urns: UrnView[];
  kept: KeptKeys;
  /** The step asks for the printing itself. */
  first: boolean;
};

/** A keeper's shares on paper. On the screen they show only when asked for: rooms have eyes. */
export function BackupSheet({ view, urns, kept, first }: BackupSheetProps) {
  const { t } = useTranslation("urns");
  const [shown, setShown] = useState(false);
  const lines = useBackupLines(urns, kept);
  const me = view.keepers.find((keeper) => keeper.self);
  return (
    <section className="urn-backup" aria-label={t("backup.title")}>
      <div className="row not-printed">
        <Button
          type="button"
          tone="quiet"
          aria-expanded={shown}
          onClick={() => setShown((was) => !was)}
        >
          {t(shown ? "backup.hide" : "backup.show")}
        </Button>
        {!first && <PrintButton>{t("backup.print")}</PrintButton>}
      </div>
      <div className={shown ? "urn-backup-sheet" : "urn-backup-sheet urn-backup-hidden"}>
        <Sheet
          level={2}
          kind={t("backup.kind")}
          title={<Words of={view.assembly.title} />}
          foot={<p className="small">{t("backup.foot", { threshold: thresholdOf(urns) })}</p>}
        >
          <p>{t("backup.holder", { name: me?.name ?? "" })}</p>
          <p>{t("backup.keep")}</p>
          <dl className="urn-backup-lines">
            {urns.map((urn) => (
              <div key={urn.decisionId} className="urn-backup-line">
                <dt>
                  <Words of={urn.title} />
                </dt>
                <dd>
                  <code>{lines[urn.decisionId] ?? "…"}</code>
                </dd>
              </div>
            ))}
          </dl>
        </Sheet>
      </div>
    </section>
  );
}

function thresholdOf(urns: readonly UrnView[]): number {
  return Math.max(...urns.map((urn) => urn.threshold));
}

/** The printed lines by decision id; there a moment after the shares are. */
function useBackupLines(urns: readonly UrnView[], kept: KeptKeys): Record<string, string> {
  const [lines, setLines] = useState<Record<string, string>>({});
  const ids = urns.map((urn) => urn.decisionId).join(" ");
  useEffect(() => {
    let wanted = true;
    const write = async () => {
      const written = await Promise.all(
        ids.split(" ").map(async (id) => {
          const share = kept.shares[id];
          return [id, share ? await backupOf(share) : ""] as const;
        }),
      );
      if (wanted) setLines(Object.fromEntries(written));
    };
    void write();
    return () => {
      wanted = false;
    };
  }, [ids, kept]);
  return lines;
}
