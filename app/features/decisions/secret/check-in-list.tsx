import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import type { MySessionView } from "#wire/live-session.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { heldKey, type HeldBallot } from "./held-ballots.ts";
import type { Refused } from "./take-credentials.ts";

type CheckInListProps = {
  decisions: DecisionCard[];
  electors: MySessionView["electors"];
  held: HeldBallot[];
  refused: Refused;
};

/** Each secret ballot of the reader, and whom they represent, with where it is. */
export function CheckInList({ decisions, electors, held, refused }: CheckInListProps) {
  const { t } = useTranslation("ballot-box");
  const people = Object.entries(electors);
  const lines = decisions.flatMap((decision) =>
    people.flatMap(([electorId, { name }]) => {
      const one = held.find(
        (ballot) => ballot.electorId === electorId && ballot.decisionId === decision.id,
      );
      const place = whereIs(one, refused[heldKey(electorId, decision.id)]);
      return place ? [{ decision, electorId, name, place }] : [];
    }),
  );
  if (lines.length === 0) return null;
  return (
    <ul className="check-in-list">
      {lines.map(({ decision, electorId, name, place }) => (
        <li key={heldKey(electorId, decision.id)}>
          <span>
            <Words of={decision.title} />
            {people.length > 1 && <span className="muted"> ({name})</span>}
          </span>
          <span className={`check-in-place check-in-${place}`}>{t(`checkIn.place.${place}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function whereIs(held: HeldBallot | undefined, code: string | undefined): string | undefined {
  if (held?.sending) return "sending";
  if (held?.cast) return "cast";
  if (held) return held.issueSignature ? "here" : "waiting";
  return code === "already-issued" ? "elsewhere" : undefined;
}
