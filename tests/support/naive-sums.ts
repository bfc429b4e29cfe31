import type { BallotContent, Stance } from "#domain/decisions/ballot.ts";
import { exactFraction } from "#domain/kernel/exact-fraction.ts";

type Kind<K extends BallotContent["kind"]> = Extract<BallotContent, { kind: K }>;

const range = (length: number) => Array.from({ length }, (_, at) => at);

/** How many ballots mark each option, of those with no more than `most` marks. */
export function naiveMarks(options: string[], ballots: Kind<"approve">[], most: number) {
  const valid = ballots.filter((ballot) => ballot.options.length <= most);
  return options.map((option) => ({
    option,
    ballots: valid.filter((ballot) => ballot.options.includes(option)).length,
  }));
}

/** Votes on each candidate; a ballot that leaves one out abstains. */
export function naiveVotes(options: string[], ballots: Kind<"per-option">[]) {
  return options.map((option) => {
    const stances = ballots.map(({ choices }): Stance => choices[option] ?? "abstain");
    const of = (stance: Stance) => stances.filter((it) => it === stance).length;
    const votes = { for: of("for"), against: of("against"), abstain: of("abstain") };
    return { option, ...votes, eligible: votes.for > votes.against };
  });
}

/** Borda's half points: 2 for each option below, 1 for each one beside. */
export function naiveHalfPoints(
  options: string[],
  ballots: Kind<"rank">[],
  unranked: "average" | "zero",
) {
  return options.map((option) => ({
    option,
    halfPoints: ballots.reduce((sum, { ranks }) => {
      const rankOf = (it: string) => {
        const at = ranks.findIndex((equals) => equals.includes(it));
        return at < 0 ? ranks.length : at;
      };
      if (unranked === "zero" && rankOf(option) === ranks.length) return sum;
      const others = options.filter((other) => other !== option);
      return others.reduce((all, it) => all + 1 + Math.sign(rankOf(it) - rankOf(option)), sum);
    }, 0),
  }));
}

/** Ballots within the scale. */
export function withinScale(ballots: Kind<"grade">[], scale: number): Kind<"grade">[] {
  return ballots.filter(({ grades }) => Object.values(grades).every((grade) => grade < scale));
}

/** Sums, numbers of graders, means, and ballots by grade. */
export function naiveScores(options: string[], ballots: Kind<"grade">[], scale: number) {
  return options.map((option) => {
    const given = ballots.flatMap(({ grades }) => grades[option] ?? []);
    const sum = given.reduce((all, grade) => all + grade, 0);
    const graders = given.length;
    return {
      option,
      sum,
      graders,
      ...(graders > 0 && { mean: exactFraction(BigInt(sum), BigInt(graders)) }),
      grades: range(scale).map((grade) => given.filter((it) => it === grade).length),
    };
  });
}

/** Grades as majority judgment removes them: the lower middle one, again and again. */
export function removals(grades: number[]): number[] {
  const left = grades.toSorted((a, b) => a - b);
  return grades.map(() => left.splice(Math.floor((left.length - 1) / 2), 1)[0]!);
}

/** The grades of each option, and where those that follow each other in the order part. */
export function naiveJudgment(options: string[], ballots: Kind<"grade">[], scale: number) {
  const columnOf = (option: string) => ballots.map(({ grades }) => grades[option] ?? 0);
  const profiles = options.map((option) => {
    const column = columnOf(option);
    return {
      option,
      grades: range(scale).map((grade) => column.filter((it) => it === grade).length),
      ungraded: ballots.filter(({ grades }) => !(option in grades)).length,
      ...(column.length > 0 && { median: removals(column)[0]! }),
    };
  });
  const sequences = options.map((option) => ({ option, goes: removals(columnOf(option)) }));
  const parting = (a: number[], b: number[]) => a.findIndex((grade, at) => grade !== b[at]);
  sequences.sort(({ goes: a }, { goes: b }) => {
    const at = parting(a, b);
    return at < 0 ? 0 : b[at]! - a[at]!;
  });
  const firsts = sequences.filter(
    ({ goes }, at) => at === 0 || parting(goes, sequences[at - 1]!.goes) >= 0,
  );
  const separations = firsts.slice(1).flatMap(({ option: worse, goes: second }, before) => {
    const { option: better, goes: first } = firsts[before]!;
    const removed = parting(first, second);
    if (removed < 1) return [];
    return [{ better, worse, removed, betterGrade: first[removed]!, worseGrade: second[removed]! }];
  });
  return { profiles, separations };
}
