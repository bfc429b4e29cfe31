import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { handPicks } from "#app/features/decisions/ballot-forms/handed-picks.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import type { PlanView, RankingPage } from "#wire/workers-ranking.ts";
import type { Shortlist } from "./use-shortlist.ts";

type WayToBallotProps = { page: RankingPage; plan: PlanView; shortlist: Shortlist };

/** To the ballot paper, with what was kept already ticked where it is a matter of ticks. */
export function WayToBallot({ page: { vote, reader }, plan, shortlist }: WayToBallotProps) {
  const { t } = useTranslation("workers-ranking");
  const { pathname } = useLocation();
  if (reader === "signed-out") {
    return (
      <p>
        <ButtonLink to={`/sign-in?to=${encodeURIComponent(pathname)}`}>
          {t("act.signIn")}
        </ButtonLink>
      </p>
    );
  }
  if (!vote || reader === "not-on-roll") return null;
  const picks = plan.method === "equal-shares" ? (shortlist.picks ?? []) : [];
  const words =
    reader === "taken"
      ? t("act.again")
      : picks.length > 0
        ? t("act.ballotWith", { count: picks.length })
        : t("act.ballot");
  return (
    <p>
      <ButtonLink
        to={`/decisions/${vote.decisionId}/secret`}
        onClick={() => handPicks(vote.decisionId, picks)}
      >
        {words}
      </ButtonLink>
    </p>
  );
}
