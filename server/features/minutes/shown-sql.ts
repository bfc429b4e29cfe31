/** Decision $1 stands on every screen of its assembly from now ($2). */
export const SHOW_RESULT = `
  INSERT INTO result_shown (assembly_id, decision_id, shown_at)
  SELECT assembly_id, id, $2 FROM decision WHERE id = $1
  ON CONFLICT (assembly_id) DO UPDATE
    SET decision_id = EXCLUDED.decision_id, shown_at = EXCLUDED.shown_at`;
