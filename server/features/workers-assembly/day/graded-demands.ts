import type { GradedDemand } from "#domain/workers-assembly/graded-demand.ts";
import type { Client } from "../edition.ts";
import { optionOf } from "./design.ts";
import { type Grading, gradesIn, votesIn } from "./outcome.ts";
import { finalTexts } from "./texts.ts";

/**
 * What was debated on the day of an edition, as its two votes left it, for the book: in the order of
 * the grading, what was not adopted (and so not graded) last. Nothing before both are published; where
 * one text alone was adopted there is nothing to grade.
 */
export async function gradedDemands(client: Client, editionId: string): Promise<GradedDemand[]> {
  const { rows } = await client.query<{ adoption: string | null; grading: string | null }>(
    "SELECT adoption_id AS adoption, grading_id AS grading FROM workers_assembly WHERE id = $1",
    [editionId],
  );
  const { adoption, grading } = rows[0] ?? {};
  const votes = adoption ? await votesIn(client, adoption) : undefined;
  if (!votes) return [];
  const adopted = [...votes.values()].filter(({ eligible }) => eligible);
  const grades = grading ? await gradesIn(client, grading) : ungraded(adopted);
  if (!grades) return [];
  const texts = await finalTexts(client, editionId);
  return texts
    .map(({ number, ...text }): GradedDemand => {
      const option = optionOf(number);
      const cast = votes.get(option);
      const { for: inFavour = 0, against = 0, abstain = 0, eligible = false } = cast ?? {};
      const last: Grading = { grades: [], place: adopted.length + 1 };
      return {
        ...text,
        adopted: eligible,
        votes: { for: inFavour, against, abstain },
        ...(grades.get(option) ?? last),
      };
    })
    .sort((a, b) => a.place - b.place);
}

/** One demand alone is the first without a grade; several wait for theirs. */
function ungraded(adopted: readonly { option: string }[]): Map<string, Grading> | undefined {
  if (adopted.length > 1) return undefined;
  return new Map(adopted.map(({ option }) => [option, { grades: [], place: 1 }]));
}
