import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { BallotSubject } from "./form.ts";
import { OptionWords } from "./resolution.tsx";
import "./ballot-forms.css";

/** Options of which a ballot says the same. */
export type SaidGroup = { key: string; heading: ReactNode; options: string[] };

/** A filled ballot in words: what it says, and of which options. Groups without any are left out. */
export function Said({ page, groups }: { page: BallotSubject; groups: SaidGroup[] }) {
  return (
    <div className="ballot-said">
      {groups
        .filter(({ options }) => options.length > 0)
        .map(({ key, heading, options }) => (
          <section key={key} className="ballot-said-group">
            <h3>{heading}</h3>
            <ul>
              {options.map((option) => (
                <li key={option}>
                  <OptionWords page={page} optionId={option} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

/** A ballot on which nothing is filled in: allowed, and said plainly before it is cast. */
export function BlankSaid() {
  const { t } = useTranslation("ballot-forms");
  return (
    <div className="ballot-said">
      <strong className="ballot-choice">{t("blank.title")}</strong>
      <p>{t("blank.body")}</p>
    </div>
  );
}
