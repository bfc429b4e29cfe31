import type { Language } from "../../app/domain/kernel/languages.ts";

/** A document by the agenda item it belongs to; French and Dutch are the texts that count. */
export type SeedDocument = {
  item: string;
  texts: Partial<Record<Language, { title: string; body: string }>>;
  authoritative: readonly Language[];
};

const BOTH = ["fr", "nl"] as const;

/** Documents of the ordinary part of today's assembly. Contents and amounts are invented. */
export const ORDINARY_DOCUMENTS: readonly SeedDocument[] = [
  {
    item: "opening",
    authoritative: [],
    texts: {
      fr: {
        title: "Participer à l’assemblée, sur place ou en ligne",
        body: `Texte de démonstration, au contenu inventé.

## Entrer
Vous pouvez venir sur place ou suivre la séance en ligne : les débats, les questions et les votes sont les mêmes. Dès que vous entrez dans la séance, votre présence est notée. Vous pouvez sortir et revenir autant de fois que vous le souhaitez.

## Poser une question
Écrivez-la dans votre langue, avant ou pendant la séance. Une question qui porte sur un rapport ou sur un point de l’ordre du jour est une question statutaire : personne ne peut l’enterrer, elle reçoit une réponse, à voix haute ou par écrit. Vous pouvez demander que votre nom n’apparaisse pas à l’écran. Si la réponse donnée n’en est pas une, dites-le : la question restera due.

## Voter
Chaque sociétaire dispose d’une voix, quel que soit le nombre de ses parts. Les votes d’aujourd’hui sont nominatifs : le bulletin le rappelle avant que vous le déposiez. Vous relisez, vous déposez, vous recevez un reçu. Tant que le vote est ouvert, vous pouvez changer d’avis ; seul votre dernier choix compte.

## En cas de problème
Le bureau d’accueil peut vous aider si votre adresse ne fonctionne plus. Sans connexion, les bulletins en papier restent disponibles sur place. Nous ne vous demanderons jamais un code par téléphone.`,
      },
      nl: {
        title: "Deelnemen aan de vergadering, ter plaatse of online",
        body: `Demonstratietekst, met verzonnen inhoud.

## Binnenkomen
U kunt ter plaatse komen of de zitting online volgen: de debatten, de vragen en de stemmingen zijn dezelfde. Zodra u de zitting binnenkomt, wordt uw aanwezigheid genoteerd. U mag weggaan en terugkomen zo vaak u wilt.

## Een vraag stellen
Schrijf ze in uw taal, vóór of tijdens de zitting. Een vraag over een verslag of over een agendapunt is een statutaire vraag: niemand kan ze begraven, ze krijgt een antwoord, mondeling of schriftelijk. U kunt vragen dat uw naam niet op het scherm verschijnt. Als het gegeven antwoord er geen is, zeg het dan: de vraag blijft openstaan.

## Stemmen
Elke vennoot heeft één stem, ongeacht het aantal aandelen. De stemmingen van vandaag zijn op naam: het stembiljet herinnert u daaraan voor u het indient. U leest na, u dient in, u krijgt een ontvangstbewijs. Zolang de stemming open is, kunt u van mening veranderen; alleen uw laatste keuze telt.

## Als er iets misloopt
Het onthaal kan u helpen als uw adres niet meer werkt. Zonder verbinding blijven er papieren stembiljetten ter plaatse. Wij vragen u nooit een code per telefoon.`,
      },
      de: {
        title: "An der Versammlung teilnehmen, vor Ort oder online",
        body: `Demonstrationstext mit erfundenem Inhalt.

Sie können vor Ort kommen oder die Sitzung online verfolgen: Debatten, Fragen und Abstimmungen sind dieselben. Jedes Mitglied hat eine Stimme, gleich wie viele Anteile es hält.

Fragen stellen Sie in Ihrer Sprache. Eine Frage zu einem Bericht oder einem Tagesordnungspunkt wird immer beantwortet, mündlich oder schriftlich.

Die Abstimmungen von heute sind namentlich. Sie lesen nach, geben ab und erhalten einen Beleg; solange die Abstimmung offen ist, können Sie Ihre Wahl ändern.`,
      },
      en: {
        title: "Taking part in the assembly, on site or online",
        body: `Demonstration text; its content is invented.

You may come on site or follow the session online: debates, questions and votes are the same. Each member has one vote, whatever the number of their shares.

Ask your question in your own language. A question about a report or an item of the agenda is always answered, aloud or in writing.

Today’s votes are by name. You review, you cast, you get a receipt; while the vote is open you may change your mind.`,
      },
    },
  },
  {
    item: "reports",
    authoritative: BOTH,
    texts: {
      fr: {
        title: "Rapport de gestion : l’essentiel en une page",
        body: `Texte de démonstration : le récit et les montants sont inventés.

## L’année
L’activité est restée stable. Les membres ont facturé un peu plus de missions, un peu plus courtes ; le montant moyen d’un contrat recule, celui des heures déclarées aussi. Les bureaux ont consacré plus de temps à expliquer qu’à encoder, et c’est ce que nous voulions.

## Ce qui a été décidé l’an dernier
Sur douze engagements pris devant l’assemblée, huit sont tenus, trois sont en cours et un est abandonné : la refonte du catalogue en ligne, jugée trop chère au regard de son usage. Le conseil en donne les raisons au point « Débat ».

## Les risques suivis
Le conseil suit quatre risques : le délai de paiement des donneurs d’ordre, la réforme du chômage et ses effets sur les carrières discontinues, la dépendance à quelques grands clients, et la sécurité informatique. Chacun a une personne responsable et un indicateur, revu chaque trimestre.

## Entreprise sociale
Le rapport spécial est annexé : il reprend, condition par condition, la manière dont la coopérative remplit les exigences de l’agrément, et dit où les preuves sont les plus faibles.`,
      },
      nl: {
        title: "Jaarverslag: de hoofdzaken op één bladzijde",
        body: `Demonstratietekst: het verhaal en de bedragen zijn verzonnen.

## Het jaar
De activiteit bleef stabiel. De leden factureerden iets meer opdrachten, die iets korter waren; het gemiddelde bedrag van een contract daalt, net als het aantal aangegeven uren. De kantoren besteedden meer tijd aan uitleggen dan aan invoeren, en dat was de bedoeling.

## Wat vorig jaar beslist werd
Van de twaalf verbintenissen tegenover de vergadering zijn er acht nagekomen, drie lopen nog en één is opgegeven: de vernieuwing van de onlinecatalogus, te duur voor wat hij gebruikt wordt. De raad geeft de redenen bij het punt “Debat”.

## De opgevolgde risico’s
De raad volgt vier risico’s op: de betaaltermijn van opdrachtgevers, de hervorming van de werkloosheid en de gevolgen voor onderbroken loopbanen, de afhankelijkheid van enkele grote klanten, en de informaticaveiligheid. Elk risico heeft een verantwoordelijke en een indicator, die elk kwartaal wordt herbekeken.

## Sociale onderneming
Het bijzonder verslag is bijgevoegd: het toont voorwaarde per voorwaarde hoe de coöperatie aan de eisen van de erkenning voldoet, en zegt waar de bewijzen het zwakst zijn.`,
      },
    },
  },
  {
    item: "debate",
    authoritative: [],
    texts: {
      fr: {
        title: "D’où vient l’argent, et où va-t-il ?",
        body: `Texte de démonstration : les montants sont inventés.

Sur cent euros facturés par un membre, quatre-vingts reviennent sous forme de salaire et de frais, treize sont des cotisations et des assurances obligatoires, et sept paient les services communs : conseil, paie, avance des salaires, défense juridique, formation.

## Ce que paient les services communs
La moitié va aux équipes qui conseillent et qui paient. Un quart garantit que chacun·e soit payé·e à temps, même quand le client tarde. Le reste se partage entre l’informatique, les bureaux, et la vie coopérative.

## Trois questions pour le débat
- Faut-il garder une contribution identique pour toutes et tous, ou la rendre dégressive au-delà d’un seuil ?
- Quelle part du résultat consacrer à des baisses de contribution, et quelle part à des services nouveaux ?
- Que voulons-nous mesurer pour savoir si un service commun mérite ce qu’il coûte ?

Le débat ne décide pas : il prépare la proposition que le conseil présentera à la prochaine assemblée.`,
      },
      nl: {
        title: "Waar komt het geld vandaan, en waar gaat het naartoe?",
        body: `Demonstratietekst: de bedragen zijn verzonnen.

Van honderd euro die een lid factureert, keren er tachtig terug als loon en kosten, dertien gaan naar verplichte bijdragen en verzekeringen, en zeven betalen de gemeenschappelijke diensten: advies, loonadministratie, voorschotten op lonen, juridische verdediging, opleiding.

## Wat de gemeenschappelijke diensten betalen
De helft gaat naar de teams die adviseren en uitbetalen. Een kwart waarborgt dat iedereen op tijd betaald wordt, ook als de klant op zich laat wachten. De rest wordt verdeeld over informatica, de kantoren en het coöperatieve leven.

## Drie vragen voor het debat
- Moet de bijdrage voor iedereen gelijk blijven, of dalen boven een bepaalde drempel?
- Welk deel van het resultaat gaat naar lagere bijdragen, en welk deel naar nieuwe diensten?
- Wat willen we meten om te weten of een gemeenschappelijke dienst waard is wat hij kost?

Het debat beslist niet: het bereidt het voorstel voor dat de raad aan de volgende vergadering voorlegt.`,
      },
    },
  },
  {
    item: "accounts",
    authoritative: BOTH,
    texts: {
      fr: {
        title: "Comptes annuels en langage clair et proposition d’affectation",
        body: `Texte de démonstration : tous les montants sont inventés.

## Résultat
Les produits s’élèvent à 31.420.000 €, les charges à 30.135.500 €. L’exercice se clôture par un résultat de 1.284.500 €.

## Bilan
Le total du bilan est de 74.900.000 €. Les créances sur les donneurs d’ordre en forment la plus grande part : c’est l’argent que la coopérative a déjà payé aux membres et qu’elle attend encore. Les fonds propres couvrent un peu plus de quatre mois de salaires.

## Affectation proposée
Les statuts excluent toute distribution. Le conseil propose d’affecter 1.220.275 € aux réserves impartageables et 64.225 €, soit 5 %, à l’information et à la formation des membres et du public.

## Contrôle
Le ou la commissaire a rendu une attestation sans réserve. Le rapport complet peut être consulté dans chaque bureau, et demandé par écrit.`,
      },
      nl: {
        title: "Jaarrekening in klare taal en voorstel tot bestemming van het resultaat",
        body: `Demonstratietekst: alle bedragen zijn verzonnen.

## Resultaat
De opbrengsten bedragen 31.420.000 €, de kosten 30.135.500 €. Het boekjaar sluit af met een resultaat van 1.284.500 €.

## Balans
Het balanstotaal bedraagt 74.900.000 €. De vorderingen op opdrachtgevers vormen het grootste deel: dat is het geld dat de coöperatie al aan de leden heeft betaald en waarop ze zelf nog wacht. Het eigen vermogen dekt iets meer dan vier maanden loon.

## Voorgestelde bestemming
De statuten sluiten elke uitkering uit. De raad stelt voor 1.220.275 € toe te wijzen aan de ondeelbare reserves en 64.225 €, of 5 %, aan de informatie en de opleiding van de leden en het publiek.

## Controle
De commissaris gaf een verklaring zonder voorbehoud. Het volledige verslag ligt ter inzage in elk kantoor en kan schriftelijk worden opgevraagd.`,
      },
    },
  },
];
