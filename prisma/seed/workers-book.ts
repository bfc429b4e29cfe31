import type { ClientBase } from "pg";
import { findEdition } from "../../server/features/workers-assembly/edition.ts";
import { bookContent } from "../../server/features/workers-assembly/book/content.ts";
import { sha256 } from "../../server/features/workers-assembly/book/edit.ts";
import { findDraft } from "../../server/features/workers-assembly/book/repository.ts";
import { gradedDemands } from "../../server/features/workers-assembly/day/graded-demands.ts";
import { insertRows } from "./batch.ts";
import { persona } from "./personas.ts";
import { FIRST } from "./workers-assembly-editions.ts";

const PRESENT = 178;
const SIGNED = 118;
const NAMED = ["member-fr", "member-nl"];

const FOREWORD = {
  fr: "Ces huit revendications viennent de 228 réponses, d’ateliers dans quatre villes et d’une journée de débat. Elles sont rangées selon la mention que l’assemblée a donnée à chacune. Les vingt-sept autres propositions suivent en annexe : elles n’ont pas été débattues faute de temps, et attendent aussi une réponse.",
  nl: "Deze acht eisen komen uit 228 antwoorden, uit workshops in vier steden en uit een dag van debat. Ze staan in de volgorde van de vermelding die de assemblee aan elk gaf. De zevenentwintig andere voorstellen volgen in bijlage: er was geen tijd om ze te bespreken, en ook zij wachten op een antwoord.",
  de: "Diese acht Forderungen kommen aus 228 Antworten, aus Werkstätten in vier Städten und aus einem Tag der Beratung. Sie stehen in der Reihenfolge der Note, die die Versammlung jeder gab. Die siebenundzwanzig anderen Vorschläge folgen im Anhang: Für ihre Beratung fehlte die Zeit, und auch sie warten auf eine Antwort.",
  en: "These eight demands come from 228 answers, from workshops in four cities and from a day of debate. They stand in the order of the grade that the assembly gave to each. The twenty-seven other proposals follow in the annex: there was no time to debate them, and they too wait for an answer.",
};

const RECRUITED = {
  fr: "Par un mail à toutes les personnes inscrites, des affiches dans les neuf bureaux et le bouche-à-oreille des ateliers. La journée était payée.",
  nl: "Via een mail aan iedereen die was ingeschreven, affiches in de negen vestigingen en mond-tot-mondreclame in de workshops. De dag werd betaald.",
};

/** What the second version says besides: who was missing. */
const MISSING = {
  fr: "Peu de personnes sont venues des métiers de nuit, et presque aucune des cantons de l’Est : l’assemblée ne parle pas pour elles.",
  nl: "Er kwamen weinig mensen uit het nachtwerk, en bijna niemand uit de Oostkantons: de assemblee spreekt niet in hun naam.",
};

const CHANGED = {
  fr: "L’avant-propos ne disait pas qui manquait dans la salle : c’est ajouté. Aucune revendication n’a changé.",
  nl: "Er stond niet wie er in de zaal ontbrak: dat is toegevoegd. Geen enkele eis is veranderd.",
  de: "Es stand nicht darin, wer im Saal fehlte: Das ist ergänzt. Keine Forderung hat sich geändert.",
  en: "It did not say who was missing in the room: that was added. No demand has changed.",
};

/** The book of the first assembly: two versions, and those who signed it. */
export async function seedFirstBook(client: ClientBase): Promise<void> {
  const edition = await findEdition(client, FIRST.slug);
  if (!edition) throw new Error("the first assembly is there before its book");
  const graded = await gradedDemands(client, edition.id);
  const fuller = {
    fr: `${RECRUITED.fr} ${MISSING.fr}`,
    nl: `${RECRUITED.nl} ${MISSING.nl}`,
  };
  const versions = [
    { version: 1, recruited: RECRUITED, changed: {}, on: "2024-11-21" },
    { version: 2, recruited: fuller, changed: CHANGED, on: "2024-11-28" },
  ];
  for (const { version, recruited, changed, on } of versions) {
    await client.query(
      `INSERT INTO demand_book AS b (workers_assembly_id, foreword, recruited, present, revision)
       VALUES ($1, $2, $3, $4, 1)
       ON CONFLICT (workers_assembly_id) DO UPDATE SET recruited = $3, revision = b.revision + 1`,
      [edition.id, FOREWORD, recruited, PRESENT],
    );
    const { around } = await findDraft(client, edition.id);
    const book = await bookContent(client, edition, { around, graded });
    const content = JSON.stringify(book, null, 2);
    await client.query(
      `INSERT INTO demand_book_version
         (workers_assembly_id, version, content, hash, changed, published_on)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [edition.id, version, content, sha256(content), changed, on],
    );
  }
  await seedSignatories(client, edition.id);
}

/** People of its roll; two whom visitors may become wish to be named. */
async function seedSignatories(client: ClientBase, editionId: string): Promise<void> {
  const named = NAMED.map((key) => persona(key).personId);
  const { rows } = await client.query<{ id: string }>(
    `SELECT r.person_id AS id FROM roll_entry r
     JOIN workers_assembly w ON w.assembly_id = r.assembly_id
     WHERE w.id = $1 ORDER BY r.person_id <> ALL($2), r.person_id LIMIT $3`,
    [editionId, named, SIGNED],
  );
  await insertRows(
    client,
    "book_signatory",
    {
      ...{ workers_assembly_id: "uuid", person_id: "uuid", version: "int4" },
      ...{ named: "bool", signed_on: "date" },
    },
    rows.map(({ id }, at) => ({
      workers_assembly_id: editionId,
      person_id: id,
      version: at % 3 === 0 ? 1 : 2,
      named: named.includes(id),
      signed_on: "2024-11-29",
    })),
  );
}
