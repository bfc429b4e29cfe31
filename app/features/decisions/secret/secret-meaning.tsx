import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";
import { useCanSeal } from "./use-held-ballots.ts";

const PROTECTED = ["name", "sealed", "board"] as const;
const NOT_PROTECTED = ["server", "phone", "pressure", "proof"] as const;
/** Points that say something else where the ballot is not sealed in the reader's device. */
const OTHERWISE: readonly string[] = ["name", "sealed", "server", "pressure"];

type SecretMeaningProps = {
  page: DecisionPage;
  /** The form without script was asked for. */
  plain: boolean;
};

/**
 * What the secret of this vote is worth, in the browser that reads it. Until the page can act, it
 * shows what holds with scripts, or what holds without them where none run.
 */
export function SecretMeaning({ page, plain }: SecretMeaningProps) {
  const canSeal = useCanSeal();
  if (canSeal === false || (canSeal === undefined && plain)) return <Meaning page={page} plain />;
  return (
    <>
      <Meaning page={page} plain={false} />
      {canSeal === undefined && (
        <noscript>
          <Meaning page={page} plain />
        </noscript>
      )}
    </>
  );
}

/** In two sentences, then in full for whoever asks. */
function Meaning({ page, plain }: SecretMeaningProps) {
  const { t } = useTranslation("ballot-box");
  const seal = page.seal === "scrutineers" ? "scrutineers" : "server";
  const kind = plain ? "meaning.plain" : "meaning";
  const point = (list: "protected" | "notProtected", name: string) =>
    t(`${OTHERWISE.includes(name) ? kind : "meaning"}.${list}.${name}`);
  return (
    <div
      className={`decision-meaning secret-meaning secret-meaning-${seal} stack${plain ? "" : " scripts-only"}`}
    >
      <p>{t(`${kind}.${seal}`, { count: page.urn?.threshold ?? 2 })}</p>
      <details className="not-printed">
        <summary>{t("meaning.more")}</summary>
        <div className="stack">
          <h2>{t("meaning.protects")}</h2>
          <ul>
            {PROTECTED.map((name) => (
              <li key={name}>{point("protected", name)}</li>
            ))}
            <li>{t(`meaning.key.${seal}`)}</li>
          </ul>
          <h2>{t("meaning.doesNot")}</h2>
          <ul>
            {NOT_PROTECTED.map((name) => (
              <li key={name}>{point("notProtected", name)}</li>
            ))}
          </ul>
        </div>
      </details>
    </div>
  );
}
