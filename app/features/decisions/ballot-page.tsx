import type { BallotContent } from "#domain/decisions/ballot.ts";
import type { ElectorView } from "#wire/decisions.ts";
import { BallotState } from "./ballot-state.tsx";
import { DecisionHead } from "./decision-head.tsx";
import { DecisionSheet } from "./decision-sheet.tsx";
import { DecisionText } from "./decision-text.tsx";
import { ElectorsNav } from "./electors-nav.tsx";
import { KindLine } from "./kind-line.tsx";
import { OpenBallot } from "./open-ballot.tsx";
import type { BallotPage as Page } from "./load-page.server.ts";

type BallotPageProps = {
  page: Page;
  /** Where to sign in, for somebody who is not. */
  signInPath?: string;
  /** For whom the ballot is, by id, if the address says so. */
  forWhom?: string;
  /** A ballot that comes back from its review. */
  filled?: FilledBallot;
};

export type FilledBallot = { electorId: string; content?: BallotContent };

/** A vote by name before its result: the text, and the ballot of whoever may vote now. */
export function BallotPage({ page, signInPath, forWhom, filled }: BallotPageProps) {
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
        <OpenBallot
          key={elector.id}
          page={page}
          elector={elector}
          filled={filled?.electorId === elector.id ? filled.content : undefined}
        />
      ) : (
        <BallotState page={page} elector={elector} signInPath={signInPath} />
      )}
    </DecisionSheet>
  );
}

/** The named one, else whoever can still vote, the reader first. */
export function chosenElector(
  electors: ElectorView[],
  id: string | undefined,
): ElectorView | undefined {
  return (
    electors.find((elector) => elector.id === id) ??
    electors.find((elector) => elector.entitled && !elector.ballot) ??
    electors.find((elector) => elector.entitled) ??
    electors[0]
  );
}
