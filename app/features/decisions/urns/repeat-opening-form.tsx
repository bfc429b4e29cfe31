import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Bundle } from "#domain/decisions/secret/bundle.ts";
import { readBackup } from "#domain/decisions/secret/shares.ts";
import type { CeremonyView, UrnView } from "#wire/urns.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { ShareField } from "./give-share.tsx";
import { ownerOfShare } from "./handle-shares.ts";
import { decoded } from "./keeper-keys.ts";
import { keptShare } from "./keeper-step.ts";
import type { KeptKeys } from "./keeper-store.ts";
import { type Repeated, repeatOpening } from "./repeat-opening.ts";

type RepeatOpeningProps = { urn: UrnView; view: CeremonyView; kept: KeptKeys | undefined };
type State =
  | { at: "ready" | "wrong-share" | "failed" }
  | { at: "working"; done: number }
  | { at: "done"; repeated: Repeated };

/** Opens the urn once more, in this browser, with as many shares as it takes. */
export function RepeatOpening({ urn, view, kept }: RepeatOpeningProps) {
  const { t } = useTranslation("urns");
  const own = keptShare(urn, view.self, kept);
  const wanted = urn.threshold - (own ? 1 : 0);
  const [typed, setTyped] = useState<string[]>([]);
  const [state, setState] = useState<State>({ at: "ready" });

  const repeat = async () => {
    setState({ at: "working", done: 0 });
    const shares = await gatherShares(urn, own && decoded(own.share), typed.slice(0, wanted));
    if (!shares) return setState({ at: "wrong-share" });
    const bundle = await loadBundle(urn.decisionId);
    const said = { boardHead: urn.boardHead ?? "", openedHash: "", reportHash: "", ...urn.opened };
    const repeated = await repeatOpening(bundle, shares, said, (done) =>
      setState({ at: "working", done }),
    );
    setState({ at: "done", repeated });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (state.at !== "working") repeat().catch(() => setState({ at: "failed" }));
  };

  return (
    <form className="act-form" onSubmit={submit}>
      <p>{t("repeat.why", { threshold: urn.threshold })}</p>
      {Array.from({ length: wanted }, (_, at) => (
        <ShareField
          key={at}
          label={t(own ? "repeat.other" : "repeat.share", { number: at + 1 })}
          value={typed[at] ?? ""}
          onChange={(text) => setTyped((was) => Object.assign([...was], { [at]: text }))}
        />
      ))}
      <Button tone="quiet" busy={state.at === "working"}>
        {t("repeat.button")}
      </Button>
      <RepeatState state={state} total={urn.boardSize ?? 0} />
    </form>
  );
}

/** Distinct shares of this urn, or undefined where one is misread or of something else. */
async function gatherShares(
  urn: UrnView,
  own: Uint8Array | undefined,
  typed: readonly string[],
): Promise<Uint8Array[] | undefined> {
  const read = await Promise.all(typed.map((text) => readBackup(text)));
  const shares = [own, ...read].filter((share) => share !== undefined);
  const owners = await Promise.all(shares.map((share) => ownerOfShare(urn, share)));
  const distinct = new Set(owners).size === urn.threshold && !owners.includes(undefined);
  return distinct ? shares : undefined;
}

async function loadBundle(decisionId: string): Promise<Bundle> {
  const response = await fetch(`/decisions/${decisionId}/bundle.json`);
  if (!response.ok) throw new Error("The bundle cannot be had");
  return (await response.json()) as Bundle;
}

function RepeatState({ state, total }: { state: State; total: number }) {
  const { t } = useTranslation("urns");
  const language = useLanguage();
  switch (state.at) {
    case "ready":
      return null;
    case "wrong-share":
    case "failed":
      return (
        <Notice tone="stop" role="alert" title={t(`trouble.${state.at}.title`)}>
          <p>{t(`trouble.${state.at}.body`)}</p>
        </Notice>
      );
    case "working":
      return (
        <Progress
          label={t("opening.progress")}
          value={state.done}
          max={total}
          words={t("opening.of", {
            done: formatNumber(language, state.done),
            total: formatNumber(language, total),
          })}
        />
      );
    case "done":
      return <Compared repeated={state.repeated} />;
  }
}

const CHECKS = ["key", "board", "opened", "report"] as const;

function Compared({ repeated }: { repeated: Repeated }) {
  const { t } = useTranslation("urns");
  const same = CHECKS.every((check) => repeated[check]);
  return (
    <Notice
      tone={same ? "done" : "stop"}
      role="status"
      title={t(same ? "repeat.same" : "repeat.differs", { count: repeated.ballots })}
    >
      <ul className="urn-checks">
        {CHECKS.map((check) => {
          const result = repeated[check];
          const word = result === undefined ? "notDone" : result ? "right" : "wrong";
          return (
            <li key={check}>
              <strong>{t(`repeat.${word}`)}</strong> {t(`repeat.check.${check}`)}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
