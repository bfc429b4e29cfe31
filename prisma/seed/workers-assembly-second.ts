import type { Language } from "../../app/domain/kernel/languages.ts";

type Wording = readonly [sentence: string, paragraph: string];

/** A proposal of the demo in two languages, the one it was written in first. */
export type SeedProposal = {
  theme: string;
  /** An office; "" for none. */
  city: string;
  kind: "action" | "demand";
  language: Language;
  source: Wording;
  other?: { language: Language; text: Wording };
  /** The n-th demand of the campaign's survey that it came from. */
  surveyDemand?: number;
};

const both =
  (language: "fr" | "nl", kind: SeedProposal["kind"]) =>
  (theme: string, city: string, source: Wording, other: Wording, from?: number): SeedProposal => ({
    ...{ theme, city, kind, language, source },
    other: { language: language === "fr" ? "nl" : "fr", text: other },
    ...(from ? { surveyDemand: from } : {}),
  });
const [frDemand, nlDemand] = [both("fr", "demand"), both("nl", "demand")];
const [frAction, nlAction] = [both("fr", "action"), both("nl", "action")];

/** What goes to the vote at the second assembly of the demo. All words are invented. */
export const SECOND_LIST: readonly SeedProposal[] = [
  frDemand(
    "t1",
    "bruxelles",
    [
      "Rendre les repères de rémunération opposables aux donneurs d’ordre",
      "Onze métiers ont leur page. Nous demandons que tout devis sous le repère soit signalé à la personne avant signature.",
    ],
    [
      "Richtlonen afdwingbaar maken tegenover opdrachtgevers",
      "Elf beroepen hebben hun pagina. Wij vragen dat elke offerte onder het richtloon vóór ondertekening aan de persoon gemeld wordt.",
    ],
    1,
  ),
  nlDemand(
    "t1",
    "gent",
    [
      "De spaarpot voor een dertiende maand standaard aanbieden",
      "Wie een nieuw budget opent, krijgt de vraag meteen te zien en kan met één klik weigeren.",
    ],
    [
      "Proposer d’office l’épargne pour un treizième mois",
      "Qui ouvre un nouveau budget voit la question tout de suite et peut refuser d’un clic.",
    ],
    2,
  ),
  frAction(
    "t1",
    "liege",
    [
      "Un groupe d’entraide pour relire les devis",
      "Une fois par mois, deux membres du même métier relisent le devis de qui le demande, avant l’envoi.",
    ],
    [
      "Een groep die elkaars offertes naleest",
      "Eén keer per maand lezen twee leden van hetzelfde beroep de offerte na van wie het vraagt, voor ze vertrekt.",
    ],
  ),
  nlDemand(
    "t1",
    "antwerpen",
    [
      "Verplaatsingstijd boven een uur betalen",
      "Elk contract vermeldt de reistijd; wat boven een uur per dag gaat, telt als gewerkte tijd.",
    ],
    [
      "Payer le temps de trajet au-delà d’une heure",
      "Chaque contrat mentionne le trajet ; ce qui dépasse une heure par jour compte comme temps de travail.",
    ],
  ),
  frDemand(
    "t1",
    "bruxelles",
    [
      "Indexer les tarifs journaliers en même temps que les salaires",
      "Quand l’index passe, la coopérative écrit aux donneurs d’ordre réguliers et propose le nouveau tarif.",
    ],
    [
      "Dagtarieven indexeren samen met de lonen",
      "Wanneer de index overschreden wordt, schrijft de coöperatie de vaste opdrachtgevers aan met het nieuwe tarief.",
    ],
  ),
  frAction(
    "t1",
    "liege",
    [
      "Afficher les délais de paiement réels des clients",
      "Avant d’accepter, chacun·e voit en combien de jours ce client a payé les membres l’an dernier.",
    ],
    [
      "Tonen hoe snel klanten echt betalen",
      "Voor men aanvaardt, ziet iedereen in hoeveel dagen deze klant vorig jaar leden betaalde.",
    ],
  ),
  nlAction(
    "t1",
    "gent",
    [
      "Een rekenhulp voor wie deeltijds met een uitkering werkt",
      "De tool toont wat een opdracht netto overlaat naast een uitkering, voor men tekent.",
    ],
    [
      "Un calculateur pour qui cumule missions et allocation",
      "L’outil montre ce qu’une mission laisse en net à côté d’une allocation, avant de signer.",
    ],
  ),
  nlDemand(
    "t1",
    "antwerpen",
    [
      "Annuleren kost de opdrachtgever de helft",
      "Een opdracht die minder dan zeven dagen vooraf geannuleerd wordt, wordt voor de helft betaald.",
    ],
    [
      "Annuler coûte la moitié au donneur d’ordre",
      "Une mission annulée moins de sept jours à l’avance est payée pour moitié.",
    ],
  ),
  frDemand(
    "t1",
    "namur",
    [
      "Une avance sur facture pour les petits budgets",
      "Sous cinq mille euros par an, la coopérative avance la moitié de la facture dès la prestation.",
    ],
    [
      "Een voorschot op de factuur voor kleine budgetten",
      "Onder vijfduizend euro per jaar schiet de coöperatie de helft van de factuur voor zodra het werk gedaan is.",
    ],
  ),
  nlAction(
    "t1",
    "gent",
    [
      "Samen onderhandelen met festivals",
      "Leden die voor hetzelfde festival werken, sturen één gezamenlijk voorstel over tarieven en uren.",
    ],
    [
      "Négocier ensemble avec les festivals",
      "Les membres qui travaillent pour le même festival envoient une proposition commune sur tarifs et horaires.",
    ],
  ),
  frDemand(
    "t1",
    "charleroi",
    [
      "Le matériel personnel utilisé en mission est indemnisé",
      "Un forfait par jour, publié et revu chaque année, pour l’usage de son propre matériel.",
    ],
    [
      "Eigen materiaal dat men gebruikt, wordt vergoed",
      "Een vast bedrag per dag, gepubliceerd en jaarlijks herzien, voor het gebruik van eigen materiaal.",
    ],
  ),
  nlDemand(
    "t1",
    "antwerpen",
    [
      "Maaltijdcheques ook voor dagen van vijf uur",
      "De drempel van een volledige werkdag verdwijnt: vijf gewerkte uren volstaan.",
    ],
    [
      "Des chèques-repas aussi pour les journées de cinq heures",
      "Le seuil de la journée complète disparaît : cinq heures prestées suffisent.",
    ],
    2,
  ),
  frDemand(
    "t2",
    "bruxelles",
    [
      "Étendre l’assurance accident aux trajets entre deux villes",
      "Un trajet entre deux prestations du même jour est couvert, quel que soit le moyen de transport.",
    ],
    [
      "De ongevallenverzekering uitbreiden tot trajecten tussen twee steden",
      "Een traject tussen twee prestaties van dezelfde dag is gedekt, met welk vervoermiddel ook.",
    ],
  ),
  nlDemand(
    "t2",
    "gent",
    [
      "Een preventieadviseur die ter plaatse komt",
      "Op vraag van drie leden bezoekt de adviseur een werkplek binnen de twee weken.",
    ],
    [
      "Une conseillère ou un conseiller en prévention qui se déplace",
      "À la demande de trois membres, une visite du lieu de travail a lieu dans les deux semaines.",
    ],
  ),
  frDemand(
    "t2",
    "liege",
    [
      "Une ligne d’écoute tenue par des pairs",
      "Des membres formés écoutent deux soirs par semaine ; rien n’est noté, rien n’est transmis.",
    ],
    [
      "Een luisterlijn van gelijken",
      "Opgeleide leden luisteren twee avonden per week; niets wordt genoteerd, niets doorgegeven.",
    ],
    3,
  ),
  nlAction(
    "t2",
    "antwerpen",
    [
      "Een dag rust na een nachtploeg in elk modelcontract",
      "Het modelcontract zet elf uur rust na een prestatie die na middernacht eindigt.",
    ],
    [
      "Un repos après une nuit dans chaque contrat type",
      "Le contrat type prévoit onze heures de repos après une prestation qui finit passé minuit.",
    ],
  ),
  frAction(
    "t2",
    "bruxelles",
    [
      "Une bibliothèque d’équipements de sécurité partagée",
      "Les équipements prêtés dans les bureaux sont réservables en ligne et contrôlés deux fois par an.",
    ],
    [
      "Een gedeelde bibliotheek van veiligheidsmateriaal",
      "Het materiaal in de kantoren is online te reserveren en wordt twee keer per jaar gekeurd.",
    ],
  ),
  frDemand(
    "t2",
    "liege",
    [
      "Un arrêt payé de dix jours avant l’épuisement",
      "Sur avis d’un médecin, dix jours payés par la caisse commune, sans devoir être en contrat ce jour-là.",
    ],
    [
      "Tien betaalde rustdagen vóór een burn-out",
      "Op advies van een arts betaalt de gemeenschappelijke kas tien dagen, ook zonder contract op die dag.",
    ],
    3,
  ),
  nlDemand(
    "t2",
    "gent",
    [
      "Gehoorschade erkennen als beroepsziekte",
      "De coöperatie bundelt dossiers van geluidstechnici en muzikanten en dient ze samen in.",
    ],
    [
      "Reconnaître les pertes d’audition comme maladie professionnelle",
      "La coopérative rassemble les dossiers des techniciens du son et des musiciens et les dépose ensemble.",
    ],
  ),
  frAction(
    "t2",
    "namur",
    [
      "Une fiche sécurité d’une page par lieu",
      "Qui a travaillé quelque part complète la fiche ; la suivante ou le suivant la lit avant de venir.",
    ],
    [
      "Eén veiligheidsfiche per plaats",
      "Wie ergens werkte, vult de fiche aan; wie volgt, leest ze vooraf.",
    ],
  ),
  frDemand(
    "t2",
    "mons",
    [
      "Le droit de se retirer sans justifier par écrit",
      "Face à un danger grave, un appel suffit ; les heures prévues restent dues et le contrat continue.",
    ],
    [
      "Het recht om te stoppen zonder schriftelijke uitleg",
      "Bij ernstig gevaar volstaat een telefoon; de voorziene uren blijven verschuldigd en het contract loopt door.",
    ],
  ),
  nlAction(
    "t2",
    "antwerpen",
    [
      "Elk kwartaal ongevalcijfers per sector",
      "Aantallen per sector en soort, zonder namen en zonder kleine groepen, vier keer per jaar.",
    ],
    [
      "Des chiffres d’accidents par secteur, chaque trimestre",
      "Des nombres par secteur et par type, sans noms et sans petits groupes, quatre fois par an.",
    ],
  ),
  nlDemand(
    "t2",
    "gent",
    [
      "Terugkeer na burn-out met een halve opdracht",
      "Wie terugkomt, kan drie maanden halve dagen werken met behoud van de uitkering.",
    ],
    [
      "Revenir d’un épuisement à mi-temps",
      "Qui revient peut travailler par demi-journées pendant trois mois en gardant l’indemnité.",
    ],
  ),
  frDemand(
    "t3",
    "bruxelles",
    [
      "Une couverture dès le premier jour, contrat ou non",
      "La caisse commune complète l’indemnité dès le premier jour pour qui a travaillé soixante jours dans l’année.",
    ],
    [
      "Dekking vanaf de eerste dag, met of zonder contract",
      "De gemeenschappelijke kas vult de uitkering aan vanaf de eerste dag voor wie zestig dagen in het jaar werkte.",
    ],
    4,
  ),
  nlDemand(
    "t3",
    "antwerpen",
    [
      "Het ziektefonds openstellen voor nieuwe leden zonder wachttijd",
      "Wie in het eerste jaar ziek wordt, heeft het fonds het meest nodig.",
    ],
    [
      "Ouvrir la caisse maladie aux nouveaux membres sans attente",
      "Qui tombe malade la première année est aussi qui en a le plus besoin.",
    ],
    5,
  ),
  frAction(
    "t3",
    "liege",
    [
      "Un parrainage entre membres pour les démarches",
      "Qui est passé par là accompagne qui commence : mutuelle, médecin-conseil, reprise.",
    ],
    [
      "Peterschap tussen leden voor de administratie",
      "Wie het meemaakte, begeleidt wie begint: ziekenfonds, adviserend arts, hervatting.",
    ],
  ),
  nlDemand(
    "t3",
    "gent",
    [
      "Geboekte dagen blijven betaald bij ziekte van een kind",
      "Vijf dagen per jaar, zonder attest voor de eerste dag.",
    ],
    [
      "Les jours réservés restent payés quand un enfant est malade",
      "Cinq jours par an, sans certificat pour le premier jour.",
    ],
  ),
  frDemand(
    "t3",
    "bruxelles",
    [
      "Porter au fédéral une moyenne sur douze mois",
      "La coopérative dépose, avec d’autres, une proposition chiffrée pour les revenus irréguliers.",
    ],
    [
      "Een gemiddelde over twaalf maanden op federaal niveau bepleiten",
      "De coöperatie dient samen met anderen een becijferd voorstel in voor onregelmatige inkomens.",
    ],
  ),
  frAction(
    "t3",
    "charleroi",
    [
      "Une permanence santé mensuelle dans chaque bureau",
      "Une assistante sociale extérieure reçoit, sans rendez-vous et sans prévenir la coopérative.",
    ],
    [
      "Een maandelijkse zitdag gezondheid in elk kantoor",
      "Een externe maatschappelijk werker ontvangt zonder afspraak en zonder de coöperatie te verwittigen.",
    ],
  ),
  nlDemand(
    "t3",
    "antwerpen",
    [
      "Tandzorg in de groepsverzekering, becijferd",
      "Het bestuur vraagt drie offertes en legt de kost per lid voor aan de assemblee.",
    ],
    [
      "Chiffrer les soins dentaires dans l’assurance groupe",
      "Le conseil demande trois offres et présente à l’assemblée le coût par membre.",
    ],
  ),
  nlDemand(
    "t3",
    "gent",
    [
      "Palliatief verlof zonder de opdracht te verliezen",
      "De opdrachtgever wordt door de coöperatie gecontacteerd en een vervanger voorgesteld.",
    ],
    [
      "Un congé palliatif sans perdre la mission",
      "La coopérative contacte le donneur d’ordre et propose une personne pour remplacer.",
    ],
  ),
  frDemand(
    "t3",
    "liege",
    [
      "Huit séances de soutien psychologique sans nom",
      "Le réseau extérieur passe de quatre à huit séances, facturées sans nom à la caisse commune.",
    ],
    [
      "Acht gesprekken psychologische steun zonder naam",
      "Het externe netwerk gaat van vier naar acht gesprekken, zonder naam gefactureerd aan de gemeenschappelijke kas.",
    ],
  ),
  frAction(
    "t3",
    "namur",
    [
      "Une page de droits par situation, relue par des malades",
      "Maladie, accident, grossesse, aide à un proche : chaque page est relue par des personnes concernées.",
    ],
    [
      "Een rechtenpagina per situatie, nagelezen door zieken",
      "Ziekte, ongeval, zwangerschap, mantelzorg: elke pagina wordt nagelezen door wie het meemaakt.",
    ],
  ),
  nlAction(
    "t3",
    "antwerpen",
    [
      "Elk jaar publiceren hoe lang een ziektedossier duurt",
      "Van attest tot betaling: de mediaan, het slechtste tiende deel en wat eraan gedaan wordt.",
    ],
    [
      "Publier chaque année la durée des dossiers de maladie",
      "Du certificat au paiement : la médiane, le dixième le plus lent et ce qu’on en fait.",
    ],
  ),
  nlDemand(
    "t3",
    "gent",
    [
      "Chronisch zieken behouden hun plaats op de planning",
      "Een opdrachtgever die vaste dagen geeft, kan ze niet schrappen zonder gesprek met de coöperatie erbij.",
    ],
    [
      "Les malades chroniques gardent leur place au planning",
      "Un donneur d’ordre qui donne des jours fixes ne peut les retirer sans entretien, la coopérative présente.",
    ],
  ),
];
