/** What one lab of the demo works with; every word is invented. Days count from today. */
export type SeedLabWork = {
  slug: string;
  charter: string;
  minutes: { title: string; text: string; phase: "draft" | "approved"; public?: true }[];
  tasks: { title: string; owner?: number; due?: number; done?: true }[];
  threads: { title: string; posts: string[] }[];
  consent: { title: string; before?: string; objection?: string; text: string };
  vote: { title: string; text: string; options: string[] };
  dates: { title: string; place: string; days: number[] };
};

export const LAB_WORK: readonly SeedLabWork[] = [
  {
    slug: "chomage-bruxelles",
    charter:
      "Nous commençons et finissons à l’heure.\nChaque personne parle en son nom et va au bout de sa phrase.\nCe qui touche à une situation personnelle reste dans le groupe.\nNous décidons par consentement ; à défaut, par un vote.",
    minutes: [
      {
        title: "Ce que la réforme change, première lecture",
        phase: "approved",
        public: true,
        text: "Nous avons lu la note ensemble, article par article.\n\nCe que nous avons compris\n– Les contrats courts restent comptés, mais la période de référence change.\n– Trois questions restent sans réponse : nous les posons à la ou au juriste.\n\nCe que nous avons décidé\n– Une page de questions et réponses, relue par un·e juriste, avec sa date de validité.\n– Prochaine rencontre : on y apporte deux cas chacun·e, sans nom.",
      },
      {
        title: "Nos cas, mis en commun",
        phase: "draft",
        text: "Présent·es : le groupe presque entier.\n\nCas 1 – Contrats d’un jour sur deux trimestres.\nCas 2 – Reprise après une maladie.\n\nÀ compléter ensemble avant dimanche.",
      },
    ],
    tasks: [
      { title: "Relire la page de questions avec la ou le juriste", owner: 0, due: 5 },
      { title: "Demander les chiffres régionaux", owner: 1, due: -2 },
      { title: "Trouver une salle accessible pour avril", due: 20 },
      { title: "Écrire au groupe de Gand", owner: 2, done: true },
    ],
    threads: [
      {
        title: "Qui a déjà reçu une réponse de la caisse ?",
        posts: [
          "Bonjour à toutes et tous. J’ai envoyé ma demande il y a trois semaines. Quelqu’un a-t-il déjà une réponse écrite ?",
          "Oui, après vingt jours. Je l’apporte à la prochaine rencontre, sans les noms.",
          "Merci. On pourra la joindre aux documents, réservée au groupe.",
        ],
      },
      {
        title: "Inviter quelqu’un d’Eupen",
        posts: ["Le groupe germanophone commence. Et si on leur proposait une rencontre commune ?"],
      },
    ],
    consent: {
      title: "Ce que nous publions",
      before: "Le groupe publie tout ce qu’il écrit.",
      objection: "Nos cas permettraient de reconnaître quelqu’un.",
      text: "Le groupe publie ses comptes rendus approuvés et ses réponses validées. Les cas restent réservés au groupe.",
    },
    vote: {
      title: "Le jour de nos rencontres",
      text: "Quel soir convient ? On peut approuver plusieurs soirs.",
      options: ["Mardi", "Mercredi", "Jeudi"],
    },
    dates: {
      title: "Rencontre avec la ou le juriste",
      place: "Bruxelles, salle du rez-de-chaussée",
      days: [12, 13, 19],
    },
  },
  {
    slug: "beeldende-kunsten",
    charter:
      "We beginnen en eindigen op tijd.\nIeder spreekt voor zichzelf en maakt zijn zin af.\nWat persoonlijk is, blijft in de groep.",
    minutes: [
      {
        title: "Wat een tentoonstelling echt kost",
        phase: "approved",
        public: true,
        text: "We legden onze rekeningen naast elkaar, zonder namen.\n\nWe besloten\n– een modelbegroting te maken;\n– ze op de volgende bijeenkomst na te lezen.",
      },
    ],
    tasks: [
      { title: "Modelbegroting uitschrijven", owner: 0, due: 8 },
      { title: "Twee galerijen opbellen", owner: 1, due: 3 },
    ],
    threads: [
      {
        title: "Wie kent een betaalbare verzekering?",
        posts: ["Ik zoek een verzekering voor transport van werken. Wie heeft ervaring?"],
      },
    ],
    consent: {
      title: "Onze modelbegroting",
      text: "De groep gebruikt de modelbegroting en past ze elk jaar aan.",
    },
    vote: {
      title: "Waar komen we samen?",
      text: "U kunt verschillende plaatsen goedkeuren.",
      options: ["Gent", "Antwerpen", "Online"],
    },
    dates: { title: "Bezoek aan een atelier", place: "Gent", days: [15, 16] },
  },
];
