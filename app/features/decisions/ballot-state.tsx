import { useTranslation } from "react-i18next";
import type { ElectorView } from "#wire/decisions.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { OptionWords } from "./ballot-forms/resolution.tsx";
import { CastReceipt } from "./cast-receipt.tsx";
import type { BallotPage } from "./load-page.server.ts";
import { hasResult } from "./has-result.ts";
import { useLivePhase } from "./use-live-phase.ts";
import { VoteWatch } from "./vote-watch.tsx";

type BallotStateProps = {
  page: BallotPage;
  elector?: ElectorView;
  signInPath?: string;
  /** What is happening between the close and the count, where it is not just counting. */
  closedBody?: string;
};

/** What stands in the ballot's place when there is none to fill in, and what to do about it. */
export function BallotState({ page, elector, signInPath, closedBody }: BallotStateProps) {
  if (!elector) {
    return (
      <section className="stack">
        <Phase page={page} closedBody={closedBody} />
        {signInPath && page.phase === "open" && <SignIn path={signInPath} />}
      </section>
    );
  }
  return (
    <section className="stack">
      <Watched page={page} />
      {page.phase === "open" ? (
        <NotEntitled page={page} elector={elector} />
      ) : (
        <Phase page={page} closedBody={closedBody} />
      )}
      {elector.ballot && <CastReceipt page={page} elector={elector} />}
    </section>
  );
}

/** Joins the live room, which needs a signed-in reader. */
function Watched({ page }: { page: BallotPage }) {
  const live = useLivePhase(page);
  return <VoteWatch decisionId={page.id} loaded={page.phase} {...live} />;
}

function Phase({ page, closedBody }: { page: BallotPage; closedBody: string | undefined }) {
  const { t } = useTranslation("decisions");
  const { phase } = page;
  if (phase === "open" || page.annulledAt !== undefined) return null;
  return (
    <>
      <h2>{t(`states.${phase}Title`)}</h2>
      {phase !== "published" && (
        <p>{phase === "closed" && closedBody ? closedBody : t(`states.${phase}Body`)}</p>
      )}
      {phase === "draft" && <OptionsToCome page={page} />}
      {hasResult(page) && (
        <ButtonLink to={`/decisions/${page.id}/result`}>
          {t(phase === "published" ? "states.publishedSee" : "states.countedSee")}
        </ButtonLink>
      )}
    </>
  );
}

/** The answers the ballot will offer, before it can be filled in. */
function OptionsToCome({ page }: { page: BallotPage }) {
  const { t } = useTranslation("decisions");
  return (
    <div>
      <h3>{t("ballot.willChoose")}</h3>
      <ul>
        {page.optionOrder.map((id) => (
          <li key={id}>
            <OptionWords page={page} optionId={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SignIn({ path }: { path: string }) {
  const { t } = useTranslation("decisions");
  return (
    <>
      <h2>{t("states.anonymousTitle")}</h2>
      <p>{t("states.anonymousBody")}</p>
      <ButtonLink to={path}>{t("states.signIn")}</ButtonLink>
    </>
  );
}

function NotEntitled({ page, elector }: { page: BallotPage; elector: ElectorView }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  return (
    <>
      <h2>
        {elector.self
          ? t("states.notEntitledTitle")
          : t("states.notEntitledTitleFor", { name: elector.name })}
      </h2>
      <p>
        {page.asOf
          ? t("states.notEntitledRoll", {
              date: formatDate(language, page.asOf),
            })
          : t("states.notEntitledNoRoll")}
      </p>
      <p>{t("states.notEntitledHelp")}</p>
    </>
  );
}
