/** Columns of a register file; `required` ones must be there, in any order. */
export const REGISTER_COLUMNS = {
  register_no: { required: true, maxLength: 40, aliases: ["registre", "n_registre", "numero"] },
  kind: { required: false, maxLength: 20, aliases: ["type", "genre", "personne"] },
  given_name: { required: false, maxLength: 80, aliases: ["prenom", "first_name"] },
  family_name: {
    required: true,
    maxLength: 120,
    aliases: ["nom", "last_name", "name", "denomination"],
  },
  language: { required: true, maxLength: 20, aliases: ["langue"] },
  office: { required: false, maxLength: 60, aliases: ["bureau"] },
  email: { required: false, maxLength: 254, aliases: ["courriel", "e_mail", "mail"] },
  postal: { required: false, maxLength: 300, aliases: ["adresse", "adresse_postale", "address"] },
  category: { required: true, maxLength: 20, aliases: ["categorie"] },
  shares: { required: true, maxLength: 9, aliases: ["parts", "nombre_de_parts"] },
  admitted_on: {
    required: true,
    maxLength: 10,
    aliases: ["date_admission", "date_d_admission", "admission", "admission_date"],
  },
  left_on: {
    required: false,
    maxLength: 10,
    aliases: ["date_sortie", "date_de_sortie", "sortie", "leaving_date"],
  },
  left_as: {
    required: false,
    maxLength: 20,
    aliases: ["motif_sortie", "motif_de_sortie", "leaving_reason"],
  },
} as const satisfies Record<
  string,
  { required: boolean; maxLength: number; aliases: readonly string[] }
>;
export type RegisterColumn = keyof typeof REGISTER_COLUMNS;

export type HeaderProblem = {
  column: string;
  code: "missing-column" | "unknown-column" | "repeated-column";
};

const COLUMNS = Object.keys(REGISTER_COLUMNS) as RegisterColumn[];

/** Which column each cell of a line belongs to, read from the first line of a file. */
export function readHeader(cells: readonly string[]): {
  columns: RegisterColumn[];
  problems: HeaderProblem[];
} {
  const columns: RegisterColumn[] = [];
  const problems: HeaderProblem[] = [];
  for (const cell of cells) {
    const column = columnNamed(cell);
    if (!column) problems.push({ column: cell.trim(), code: "unknown-column" });
    else if (columns.includes(column)) problems.push({ column, code: "repeated-column" });
    else columns.push(column);
  }
  for (const column of COLUMNS) {
    if (REGISTER_COLUMNS[column].required && !columns.includes(column)) {
      problems.push({ column, code: "missing-column" });
    }
  }
  return { columns, problems };
}

function columnNamed(cell: string): RegisterColumn | undefined {
  const name = cell
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
  return COLUMNS.find((column) => {
    const aliases: readonly string[] = REGISTER_COLUMNS[column].aliases;
    return column === name || aliases.includes(name);
  });
}
