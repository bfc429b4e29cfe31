import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CeremonyView } from "#wire/urns.ts";
import { formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useWords } from "#app/features/live-session/use-words.ts";
import { LiveRegion } from "#app/ui/live-region.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { BackupSheet } from "./backup-sheet.tsx";
import { keeperActs, type KeeperActs } from "./keeper-acts.ts";
import { KeeperAct } from "./keeper-act.tsx";
import { keeperStep, keptShare, sharedUrns, type KeeperStep } from "./keeper-step.ts";
import { type Keeper, useKeeper } from "./use-keeper.ts";
import "#app/features/live-session/chair-next-act.css";

/** Steps that wait for the reader; in all others the reader waits. */
const ACTING: KeeperStep["step"][] = ["join", "deal", "take", "confirm", "give", "attest"];

/** A scrutineer's own part of the page: the one thing to do now, and the printed copy. */
export function KeeperDesk({ view }: { view: CeremonyView }) {
  const { t } = useTranslation("urns");
  const keeper = useKeeper(view);
  const acts = keeperActs(view, keeper);
  const step = keeperStep(view, keeper.kept);
  const { title, why } = useHeading(step);
  useGiveAgain(step, view, keeper, acts);
  const mine = sharedUrns(view).filter((urn) => keptShare(urn, view.self, keeper.kept));
  return (
    <>
      <section className="next-act not-printed" aria-labelledby="keeper-step">
        <p className="next-act-sign">
          {t(ACTING.includes(step.step) ? "step.sign" : "step.signWaiting")}
        </p>
        <h2 id="keeper-step">{title}</h2>
        <p>{why}</p>
        <noscript>
          <Notice tone="wait">
            <p>{t("needsScript")}</p>
          </Notice>
        </noscript>
        <div className="urn-act stack">
          {keeper.ready && <KeeperAct step={step} view={view} keeper={keeper} acts={acts} />}
          {keeper.refusal && <RefusalNote refusal={keeper.refusal} />}
          {keeper.trouble && (
            <Notice tone="stop" role="alert" title={t(`trouble.${keeper.trouble}.title`)}>
              <p>{t(`trouble.${keeper.trouble}.body`)}</p>
            </Notice>
          )}
        </div>
        <LiveRegion message={keeper.ready ? title : ""} />
      </section>
      {mine.length > 0 && keeper.kept && (
        <BackupSheet view={view} urns={mine} kept={keeper.kept} first={step.step === "confirm"} />
      )}
    </>
  );
}

/** What the step is called, and the sentence that says what it does. */
function useHeading(step: KeeperStep): { title: string; why: string } {
  const { t } = useTranslation("urns");
  const language = useLanguage();
  const words = useWords();
  const values = {
    ...("missing" in step ? { count: step.missing } : {}),
    ...("names" in step ? { names: formatList(language, step.names) } : {}),
    ...("urn" in step ? { vote: words(step.urn.title) } : {}),
    ...("urns" in step ? { count: step.urns.length } : {}),
  };
  const key = step.step === "elsewhere" && step.again ? "elsewhereAgain" : step.step;
  return { title: t(`step.${key}.title`, values), why: t(`step.${key}.why`, values) };
}

/** A process that opened and died is followed by another: it gets the share without asking again. */
function useGiveAgain(
  step: KeeperStep,
  view: CeremonyView,
  { kept, busy }: Keeper,
  { give }: KeeperActs,
): void {
  const urn = step.step === "give" ? step.urn : undefined;
  const opener = urn && keptShare(urn, view.self, kept)?.given ? urn.opening?.opener : undefined;
  useEffect(() => {
    if (opener && urn && !busy) void give(urn);
    // Once for each process that opens, however often the page looks again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opener]);
}
