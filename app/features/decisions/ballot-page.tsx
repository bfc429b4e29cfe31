import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { ElectorView } from "#wire/decisions.ts";
import { BallotState } from "./ballot-state.tsx";
import { DecisionHead } from "./decision-head.tsx";
import { DecisionSheet } from "./decision-sheet.tsx";
import { DecisionText } from "./decision-text.tsx";
import { ElectorsNav } from "./electors-nav.tsx";
import { KindLine } from "./kind-line.tsx";
import { OpenBallot } from "./open-ballot.tsx";
import { SecretBallot } from "./secret/secret-ballot.tsx";
import type { BallotPage as Page } from "./load-page.server.ts";

type BallotPageProps = {
  page: Page;
  /** Where to sign in, for somebody who is not. */
  signInPath?: string;
  /** For whom the ballot is, by id, if the address says so. */
  forWhom?: string;
  /** A ballot that comes back from its review. */
  filled?: { electorId: string; content?: BallotContent };
  /** A secret ballot without script was asked for. */
  plain: boolean;
};

/** A decision before its result: the text, and the ballot of whoever may vote now. */
export function BallotPage({ page, signInPath, forWhom, filled, plain }: BallotPageProps) {
  const elector = chosenElector(page.electors, filled?.electorId ?? forWhom);
  return (
    <DecisionSheet
      page={page}
      kind={<KindLine of={page} />}
      before={page.electors.length > 1 && <ElectorsNav page={page} current={elector} />}
    >
      <DecisionHead page={page} />
      <DecisionText page={page} />
      {page.phase === "open" && elector?.entitled ? (
        <Ballot
          key={elector.id}
          page={page}
          elector={elector}
          plain={plain}
          filled={filled?.electorId === elector.id ? filled.content : undefined}
        />
      ) : (
        <BallotState page={page} elector={elector} signInPath={signInPath} />
      )}
    </DecisionSheet>
  );
}

type BallotProps = {
  page: Page;
  elector: ElectorView;
  plain: boolean;
  filled: BallotContent | undefined;
};

function Ballot({ plain, ...ballot }: BallotProps) {
  return ballot.page.ballotKind === "secret" ? (
    <SecretBallot {...ballot} plain={plain} />
  ) : (
    <OpenBallot {...ballot} />
  );
}

/** The named one, else whoever can still vote, the reader first. */
function chosenElector(electors: ElectorView[], id: string | undefined): ElectorView | undefined {
  return (
    electors.find((elector) => elector.id === id) ??
    electors.find((elector) => elector.entitled && !elector.ballot) ??
    electors.find((elector) => elector.entitled) ??
    electors[0]
  );
}
