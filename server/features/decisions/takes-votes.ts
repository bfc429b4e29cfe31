/**
 * SQL: whether votes of assembly `a` are opened and ballots given out. During a session, like every
 * other act of its chair; of an assembly of workers from the moment its roll is closed until it is
 * over: it chooses what it will debate before it meets (rules 3.2).
 */
export const takesVotes = (a = "a") => `(${a}.roll_as_of IS NOT NULL
  AND (${a}.phase = 'live' OR (${a}.kind = 'workers' AND ${a}.phase <> 'closed')))`;

/** SQL: whether keys are made for the secret votes of assembly `a`. */
export const preparesUrns = (a = "a") => `(${a}.phase IN ('convened', 'live') OR ${takesVotes(a)})`;

/**
 * SQL: whether vote `o` of assembly `a` has begun, so that whoever takes a ballot now comes late. In
 * an assembly of workers votes lie weeks apart: one that is closed tells nothing of who comes now.
 */
export const hasBegun = (o: string, a = "a") =>
  `(${o}.phase = 'open' OR (${o}.phase <> 'draft' AND ${a}.kind <> 'workers'))`;
