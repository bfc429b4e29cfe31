import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ElectorView } from "#wire/decisions.ts";
import type { BallotPage } from "./load-page.server.ts";

/** For whom to vote: one ballot each, and which of them are done. */
export function ElectorsNav({
  page,
  current,
  castHere = {},
}: {
  page: BallotPage;
  current: ElectorView | undefined;
  /** Electors whose secret ballot this browser cast: the server knows only that it was taken. */
  castHere?: Record<string, true>;
}) {
  const { t } = useTranslation("decisions");
  return (
    <nav className="electors not-printed" aria-labelledby="electors">
      <h2 id="electors" className="electors-heading">
        {t("ballot.forWhom")}
      </h2>
      <p className="small muted">{t("ballot.forWhomWhy")}</p>
      <ul className="electors-list">
        {page.electors.map((elector) => (
          <li key={elector.id}>
            <Link
              to={`/decisions/${page.id}?for=${elector.id}`}
              className="electors-link"
              aria-current={elector.id === current?.id ? "true" : undefined}
            >
              <span>{elector.name}</span>
              <span className="small muted">
                {[
                  elector.self ? t("ballot.you") : undefined,
                  t(standing(elector, elector.id in castHere)),
                ]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function standing(elector: ElectorView, castHere: boolean): string {
  if (!elector.entitled) return "ballot.noVote";
  if (castHere) return "ballot.voted";
  if (elector.mark) return "ballot.taken";
  return elector.ballot ? "ballot.voted" : "ballot.notVoted";
}
