import { REGISTER_COLUMNS } from "#domain/membership/register-columns.ts";

const EXAMPLE: Record<keyof typeof REGISTER_COLUMNS, string> = {
  register_no: "S099999",
  kind: "natural",
  given_name: "Prénom",
  family_name: "Nom",
  language: "fr",
  office: "",
  email: "prenom.nom@example.org",
  postal: "",
  category: "A",
  shares: "1",
  admitted_on: "2026-01-31",
  left_on: "",
  left_as: "",
};

/** A register file with its header and one example; spreadsheets open it as UTF-8. */
export function loader() {
  const columns = Object.keys(REGISTER_COLUMNS) as (keyof typeof REGISTER_COLUMNS)[];
  const lines = [columns, columns.map((column) => EXAMPLE[column])];
  const text = lines.map((cells) => cells.join(";")).join("\r\n");
  return new Response(`\uFEFF${text}\r\n`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="register.csv"',
    },
  });
}
