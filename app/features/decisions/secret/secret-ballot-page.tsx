import { useTranslation } from "react-i18next";
import { chosenElector, type FilledBallot } from "../ballot-page.tsx";
import { BallotState } from "../ballot-state.tsx";
import { DecisionFacts } from "../decision-head.tsx";
import { DecisionSheet } from "../decision-sheet.tsx";
import { DecisionText } from "../decision-text.tsx";
import { ElectorsNav } from "../electors-nav.tsx";
import { KindLine } from "../kind-line.tsx";
import type { BallotPage } from "../load-page.server.ts";
import { BoardLink, hasBoard } from "./board-link.tsx";
import { SecretBallot } from "./secret-ballot.tsx";
import { SecretMeaning } from "./secret-meaning.tsx";
import { SecretState } from "./secret-state.tsx";
import { useCastHere } from "./use-held-ballots.ts";
import "./secret.css";

type SecretBallotPageProps = {
  page: BallotPage;
  signInPath?: string;
  forWhom?: string;
  /** The form without script was asked for by its address. */
  plain: boolean;
  /** A plain ballot that comes back from its review. */
  filled?: FilledBallot;
};

/** A secret vote before its result: the text, and the ballot of whoever may vote now. */
export function SecretBallotPage(props: SecretBallotPageProps) {
  const { page, signInPath, forWhom, plain, filled } = props;
  const elector = chosenElector(page.electors, filled?.electorId ?? forWhom);
  const { t } = useTranslation("ballot-box");
  const castHere = useCastHere(page.id);
  return (
    <DecisionSheet
      page={page}
      kind={<KindLine of={page} />}
      before={
        page.electors.length > 1 && (
          <ElectorsNav page={page} current={elector} castHere={castHere} />
        )
      }
    >
      <SecretMeaning page={page} plain={isPlain(props)} />
      <DecisionFacts page={page} />
      <DecisionText page={page} />
      {page.phase === "open" && elector?.entitled ? (
        <SecretBallot
          key={elector.id}
          page={page}
          elector={elector}
          plain={plain}
          filled={filled?.electorId === elector.id ? filled.content : undefined}
        />
      ) : (
        <>
          <BallotState
            page={page}
            elector={elector}
            signInPath={signInPath}
            closedBody={t(`closed.${page.seal === "scrutineers" ? "scrutineers" : "server"}`)}
          />
          {elector && <SecretState page={page} elector={elector} />}
        </>
      )}
      {hasBoard(page) && <BoardLink page={page} />}
    </DecisionSheet>
  );
}

/** Whether this ballot goes, or came back, without being sealed here. */
function isPlain({ plain, filled }: SecretBallotPageProps): boolean {
  return plain || filled !== undefined;
}
