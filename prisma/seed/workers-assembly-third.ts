import type { Translated } from "../../app/domain/kernel/languages.ts";
import type { SeedProposal } from "./workers-assembly-second.ts";

const said = (fr: string, nl: string, de: string, en: string): Translated => ({ fr, nl, de, en });

/** The campaign of the people of the stage, which gathers proposals now. All words are invented. */
export const STAGE_CAMPAIGN = {
  titles: said("Métiers de la scène", "Podiumberoepen", "Bühnenberufe", "Stage trades"),
  purpose: said(
    "Techniciennes, musiciens, comédiennes, régisseurs : dire ce qui devrait changer sur les plateaux et en tournée, et le porter ensemble.",
    "Techniekers, muzikanten, acteurs, regisseurs: zeggen wat er op het podium en op tournee moet veranderen, en het samen uitdragen.",
    "Technik, Musik, Schauspiel, Regie: sagen, was sich auf der Bühne und auf Tournee ändern soll, und es gemeinsam vertreten.",
    "Technicians, musicians, actors, stage managers: say what should change on stage and on tour, and carry it together.",
  ),
  sponsor: said(
    "Un groupe de membres des métiers de la scène ; la coopérative prête les outils et les salles.",
    "Een groep leden uit de podiumberoepen; de coöperatie leent de middelen en de zalen.",
    "Eine Gruppe von Mitgliedern der Bühnenberufe; die Genossenschaft stellt Werkzeuge und Räume.",
    "A group of members of the stage trades; the cooperative lends the tools and the rooms.",
  ),
};

export const STAGE_THEMES = [
  {
    id: "t1",
    titles: said(
      "Répétitions et préparation",
      "Repetities en voorbereiding",
      "Proben und Vorbereitung",
      "Rehearsal and preparation",
    ),
  },
  {
    id: "t2",
    titles: said(
      "Tournées et trajets",
      "Tournees en reizen",
      "Tourneen und Wege",
      "Touring and travel",
    ),
  },
  {
    id: "t3",
    titles: said(
      "Sécurité sur les plateaux",
      "Veiligheid op het podium",
      "Sicherheit auf der Bühne",
      "Safety on stage",
    ),
  },
];

const proposal = (given: SeedProposal) => given;

/** The wall; the first two are alike across two languages, and so are the third and the fourth. */
export const WALL: readonly SeedProposal[] = [
  proposal({
    theme: "t1",
    city: "bruxelles",
    kind: "demand",
    language: "fr",
    source: [
      "Payer les répétitions au même tarif que les représentations",
      "Un jour de répétition demande autant qu’un jour de scène. Le contrat type prévoit le même tarif journalier pour les deux.",
    ],
    other: {
      language: "nl",
      text: [
        "Repetities aan hetzelfde tarief betalen als voorstellingen",
        "Een repetitiedag vraagt evenveel als een speeldag. Het modelcontract voorziet voor beide hetzelfde dagtarief.",
      ],
    },
  }),
  proposal({
    theme: "t1",
    city: "gent",
    kind: "demand",
    language: "nl",
    source: [
      "Repetitiedagen betalen aan het tarief van voorstellingen",
      "Repetities worden vaak half betaald of helemaal niet. Hetzelfde dagtarief als een voorstelling is billijk.",
    ],
    other: {
      language: "fr",
      text: [
        "Payer les jours de répétition au tarif des représentations",
        "Les répétitions sont souvent payées à moitié ou pas du tout. Le même tarif journalier qu’une représentation est juste.",
      ],
    },
  }),
  proposal({
    theme: "t2",
    city: "liege",
    kind: "demand",
    language: "fr",
    source: [
      "Onze heures de repos entre le démontage et le départ en tournée",
      "Après un démontage de nuit, personne ne reprend le volant avant onze heures de repos ; l’hôtel est payé.",
    ],
    other: {
      language: "nl",
      text: [
        "Elf uur rust tussen afbraak en vertrek op tournee",
        "Na een nachtelijke afbraak rijdt niemand voor elf uur rust voorbij zijn; het hotel wordt betaald.",
      ],
    },
  }),
  proposal({
    theme: "t2",
    city: "gent",
    kind: "demand",
    language: "nl",
    source: [
      "Na een nachtelijke afbraak elf uur rust vóór het vertrek",
      "Chauffeurs slapen nu in de cabine. Een hotel en elf uur rust horen in het tourneecontract.",
    ],
  }),
  proposal({
    theme: "t3",
    city: "eupen",
    kind: "demand",
    language: "de",
    source: [
      "Vor jeder Vorstellung prüft eine geschulte Person die Züge",
      "Die Prüfung dauert zwanzig Minuten und wird unterschrieben; ohne sie wird nicht gespielt.",
    ],
    other: {
      language: "fr",
      text: [
        "Une personne formée vérifie les perches avant chaque représentation",
        "La vérification prend vingt minutes et se signe ; sans elle, on ne joue pas.",
      ],
    },
  }),
  proposal({
    theme: "t3",
    city: "liege",
    kind: "action",
    language: "fr",
    source: [
      "Former deux membres par ville à vérifier les perches et les accroches",
      "Deux personnes formées par ville peuvent vérifier une perche avant le spectacle et apprendre aux autres.",
    ],
  }),
  proposal({
    theme: "t2",
    city: "bruxelles",
    kind: "action",
    language: "fr",
    source: [
      "Partager un calendrier des tournées pour organiser le covoiturage",
      "Chacun·e y note ses dates et ses places libres ; personne d’autre que les membres ne le lit.",
    ],
  }),
  proposal({
    theme: "t1",
    city: "gent",
    kind: "action",
    language: "nl",
    source: [
      "Een gedeelde repetitieruimte in elke stad",
      "De coöperatie sluit akkoorden met zalen die overdag leegstaan.",
    ],
  }),
  proposal({
    theme: "t1",
    city: "liege",
    kind: "demand",
    language: "fr",
    source: [
      "Compter l’écriture et la recherche comme du travail",
      "Un forfait de préparation figure dans chaque contrat de création, comme pour les ateliers.",
    ],
  }),
  proposal({
    theme: "t3",
    city: "gent",
    kind: "demand",
    language: "nl",
    source: [
      "Gehoorbescherming op maat voor wie met versterkte muziek werkt",
      "Otoplastieken worden terugbetaald, elke drie jaar vernieuwd.",
    ],
    other: {
      language: "fr",
      text: [
        "Des protections auditives sur mesure pour qui travaille avec de la musique amplifiée",
        "Les bouchons moulés sont remboursés et renouvelés tous les trois ans.",
      ],
    },
  }),
  proposal({
    theme: "t2",
    city: "eupen",
    kind: "demand",
    language: "de",
    source: [
      "Fahrzeit ab der dritten Stunde bezahlen",
      "Wer aus dem Osten des Landes anreist, verliert sonst einen halben Tag.",
    ],
  }),
  proposal({
    theme: "t3",
    city: "bruxelles",
    kind: "action",
    language: "fr",
    source: [
      "Une fiche par salle : accès, courant, hauteur, secours",
      "Qui y a joué complète la fiche en sortant ; la suivante ou le suivant la lit avant de venir.",
    ],
  }),
  proposal({
    theme: "t2",
    city: "bruxelles",
    kind: "demand",
    language: "fr",
    source: [
      "Une indemnité de repas en tournée, la même pour toute l’équipe",
      "Artistes, technique, production : le même montant, écrit dans le contrat de tournée.",
    ],
  }),
  proposal({
    theme: "t3",
    city: "eupen",
    kind: "action",
    language: "de",
    source: [
      "Ein Notfallblatt in drei Sprachen hinter jeder Bühne",
      "Telefonnummern, Fluchtwege und die nächste Klinik, auf Deutsch, Französisch und Niederländisch.",
    ],
  }),
];

/** The one wording that the coordination offers for the first two. */
export const OFFERED = {
  sentence: "Une répétition se paie comme une représentation",
  paragraph:
    "Un jour de répétition demande autant qu’un jour de scène. Le contrat type prévoit le même tarif journalier, et la coopérative refuse les répétitions à moitié payées.",
  note: "Deux villes demandent la même chose dans deux langues ; ensemble, elles pèsent plus.",
};
