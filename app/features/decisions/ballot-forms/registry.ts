import type { BallotShape } from "#domain/decisions/ballot.ts";
import { ApproveChoice, ApproveFields } from "./approve.tsx";
import type { BallotForm } from "./form.ts";
import { GradeChoice, GradeFields } from "./grade.tsx";
import { PerOptionChoice, PerOptionFields } from "./per-option.tsx";
import { RankChoice } from "./rank-choice.tsx";
import { RankFields } from "./rank.tsx";
import { ResolutionChoice, ResolutionFields } from "./resolution.tsx";

/** The form of a ballot by its shape (`page.ballot.shape`), by name and secret alike. */
export const BALLOT_FORMS: Record<BallotShape, BallotForm> = {
  choice: { Fields: ResolutionFields, Choice: ResolutionChoice },
  approve: { Fields: ApproveFields, Choice: ApproveChoice },
  rank: { Fields: RankFields, Choice: RankChoice },
  grade: { Fields: GradeFields, Choice: GradeChoice },
  "per-option": { Fields: PerOptionFields, Choice: PerOptionChoice },
};
