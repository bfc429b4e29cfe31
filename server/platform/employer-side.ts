/**
 * SQL: whether a person stands on the side of the employer on a day (rules 5.7): in the support team,
 * on the board, or with rights over the whole platform.
 */
export const employerSide = (person: string, day: string) => `(
  EXISTS (SELECT FROM affiliation f WHERE f.person_id = ${person} AND f.kind = 'support_staff'
    AND f.valid_from <= ${day} AND (f.valid_to IS NULL OR f.valid_to >= ${day}))
  OR EXISTS (SELECT FROM role_grant g WHERE g.person_id = ${person}
    AND g.role IN ('director', 'organiser', 'register_keeper', 'support_staff')
    AND g.valid_from <= ${day} AND (g.valid_to IS NULL OR g.valid_to >= ${day})))`;
