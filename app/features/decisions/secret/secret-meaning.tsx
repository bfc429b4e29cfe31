import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";

const PROTECTED = ["name", "sealed", "board"] as const;
const NOT_PROTECTED = ["server", "phone", "pressure", "proof"] as const;

/** What the secret of this vote is worth: in two sentences, then in full for whoever asks. */
export function SecretMeaning({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("ballot-box");
  const seal = page.seal === "scrutineers" ? "scrutineers" : "server";
  return (
    <div className={`decision-meaning secret-meaning secret-meaning-${seal} stack`}>
      <p>{t(`meaning.${seal}`, { count: page.urn?.threshold ?? 2 })}</p>
      <details className="not-printed">
        <summary>{t("meaning.more")}</summary>
        <div className="stack">
          <h2>{t("meaning.protects")}</h2>
          <ul>
            {PROTECTED.map((point) => (
              <li key={point}>{t(`meaning.protected.${point}`)}</li>
            ))}
            <li>{t(`meaning.key.${seal}`)}</li>
          </ul>
          <h2>{t("meaning.doesNot")}</h2>
          <ul>
            {NOT_PROTECTED.map((point) => (
              <li key={point}>{t(`meaning.notProtected.${point}`)}</li>
            ))}
          </ul>
        </div>
      </details>
    </div>
  );
}
