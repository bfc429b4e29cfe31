/**
 * The advisory lock of decision $1, taken before its row. Batches of votes share the row, so those
 * that overlap would keep a close waiting for as long as the crowd lasts; this lock has a queue in
 * which whoever closes comes before the batches that begin later.
 */
export const DECISION_TURN = "hashtextextended($1::text, 1)";
