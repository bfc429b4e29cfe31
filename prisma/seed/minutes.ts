import type { ClientBase } from "pg";
import { fingerprintOf } from "../../server/features/minutes/fingerprint.ts";
import { draftOf } from "../../server/features/minutes/read-minutes.ts";
import type { SeededAssemblies } from "./assembly.ts";
import { addDays } from "./days.ts";
import { persona } from "./personas.ts";

const INVENTED = "Texte inventé pour la démonstration.";

/** What nobody recorded in 2024, in words that say so; the drafts word the rest. */
const TEXTS_OF_2024 = {
  opening: `L’assemblée générale ordinaire s’est tenue le 18 juin 2024 à Bruxelles et à distance. ${INVENTED}`,
  bureau: `La présidence, le secrétariat et les scrutateur·rices signent ci-dessous. ${INVENTED}`,
  convocation: `Les sociétaires ont été convoqué·es le 28 mai 2024, par courriel et, le même jour, par la poste pour les personnes sans adresse électronique. ${INVENTED}`,
  attendance: `841 personnes ont voté, d’après le rapport de 2024. La liste des présences de l’époque n’a pas été reprise ici.`,
  incidents: `Le son de la diffusion s’est interrompu quatre minutes pendant le deuxième point ; le vote a été ouvert après son retour. ${INVENTED}`,
  closing: `L’ordre du jour étant épuisé, la séance est levée à 20:50. ${INVENTED}`,
} as const;

/** The minutes of 2024: frozen fifteen days after (rules §1.10), signed, corrected once. */
export async function seedMinutes(client: ClientBase, { of2024 }: SeededAssemblies): Promise<void> {
  const texts = Object.fromEntries(
    Object.entries(TEXTS_OF_2024).map(([key, text]) => [key, { text, revision: 1 }]),
  );
  const { document } = await draftOf(client, of2024.id, { language: "fr", texts });
  const hash = fingerprintOf(document);
  const frozenAt = `${addDays(of2024.day, 15)}T09:00:00Z`;
  const secretary = persona("secretary").personId;
  await client.query(
    `insert into minutes (assembly_id, language, texts, document, hash, frozen_at, frozen_by)
     values ($1, 'fr', $2, $3, $4, $5, $6)`,
    [of2024.id, texts, document, hash, frozenAt, secretary],
  );
  await client.query(
    `insert into minutes_signature (assembly_id, person_id, capacity, signed_at, hash)
     select $1, person, capacity, $4, $5 from unnest($2::uuid[], $3::text[]) as s (person, capacity)`,
    [
      of2024.id,
      [persona("chair").personId, secretary, persona("scrutineer").personId],
      ["chair", "secretary", "scrutineer"],
      frozenAt,
      hash,
    ],
  );
  const text = `Au premier point, il faut lire « exercice 2023 ». ${INVENTED}`;
  await client.query(
    `insert into minutes_addendum (assembly_id, position, text, author_id, added_at, hash)
     values ($1, 1, $2, $3, $4, $5)`,
    [
      of2024.id,
      text,
      secretary,
      `${addDays(of2024.day, 30)}T09:00:00Z`,
      fingerprintOf({ before: hash, position: 1, text }),
    ],
  );
}
