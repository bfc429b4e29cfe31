import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Posters } from "#server/features/check-in/poster.ts";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import { PrintButton } from "#app/features/decisions/print-button.tsx";
import { ActForm, ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { Poster } from "./poster.tsx";

type PostersPageProps = Posters & { mayPrepare: boolean; answer: ActAnswer | undefined };

/** A poster for every place, one on a printed page; and who is let in without a pass. */
export function PostersPage({ assembly, posters, mayPrepare, answer }: PostersPageProps) {
  const { t } = useTranslation("check-in");
  return (
    <Page
      title={t("posters.title")}
      kicker={
        <Link to={`/assembly/${assembly.slug}`}>
          <Words of={assembly.title} />
        </Link>
      }
      lead={<p>{t("posters.lead")}</p>}
      wide
    >
      {answer && !answer.ok && <RefusalNote refusal={answer.refusal} />}
      {posters.length === 0 ? (
        <EmptyState title={t("posters.none.title")}>{t("posters.none.text")}</EmptyState>
      ) : (
        <>
          <p className="not-printed">
            <PrintButton>{t("posters.print")}</PrintButton>
          </p>
          <ul className="posters">
            {posters.map((poster) => (
              <li key={poster.site.id} className="posters-entry">
                <Poster poster={poster} title={<Words of={assembly.title} />} />
                <p className="not-printed">
                  <Link to={`/live-session/${assembly.slug}/posters/${poster.site.slug}`}>
                    {t("posters.screen")}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayPrepare && <Settings assembly={assembly} />}
    </Page>
  );
}

function Settings({ assembly }: Pick<Posters, "assembly">) {
  const { t } = useTranslation("check-in");
  const language = useLanguage();
  const { id: assemblyId, guestsWelcome, passesAskedAt } = assembly;
  return (
    <div className="not-printed stack-wide">
      <Section title={t("posters.guests.title")}>
        <p>{t(guestsWelcome ? "posters.guests.open" : "posters.guests.closed")}</p>
        <ActForm
          act="guests.welcome"
          fields={{ assemblyId, open: String(!guestsWelcome) }}
          label={t(guestsWelcome ? "posters.guests.end" : "posters.guests.welcome")}
        />
      </Section>
      <Section title={t("posters.passes.title")}>
        <p>{t("posters.passes.text")}</p>
        {passesAskedAt && (
          <p className="muted">
            {t("posters.passes.asked", { time: formatDateTime(language, passesAskedAt) })}
          </p>
        )}
        <ConfirmAct
          summary={t("posters.passes.summary")}
          why={t("posters.passes.why")}
          act="pass.send"
          fields={{ assemblyId }}
          label={t("posters.passes.send")}
          tone="primary"
        />
      </Section>
    </div>
  );
}
