/**
 * The 35 proposals of DEMANDS (ledger-demands.ts), in their order, in the other of the two languages
 * of the first assembly: [sentence, paragraph].
 */
export const IN_THE_OTHER_LANGUAGE: readonly (readonly [string, string])[] = [
  [
    "Richtlonen per beroep publiceren",
    "Een pagina per beroep, elk jaar bijgewerkt, zegt wat betaald wordt en wat men weigert, zodat niemand alleen onderhandelt.",
  ],
  [
    "Un treizième mois pour qui travaille une année complète",
    "Qui facture des missions par la coopérative pendant douze mois reçoit un treizième mois, épargné à l’avance sur son propre budget.",
  ],
  [
    "Ook maaltijdcheques voor korte contracten",
    "De maaltijdcheque hangt niet langer af van de duur van het contract, maar van de gewerkte dagen.",
  ],
  [
    "Pas de mission sous le barème minimum",
    "La coopérative refuse les contrats sous le barème minimum du secteur et appelle le donneur d’ordre.",
  ],
  [
    "De betaaltermijn van grote opdrachtgevers terugbrengen tot dertig dagen",
    "De coöperatie onderhandelt een charter met de twintig belangrijkste opdrachtgevers.",
  ],
  [
    "De volledige kost van een opdracht tonen vóór de handtekening",
    "Vóór de handtekening ziet iedereen wat de opdracht kost, wat naar de gemeenschappelijke kas gaat en wat netto overblijft.",
  ],
  [
    "Faire payer aussi le temps de préparation",
    "Les contrats types mentionnent des heures de préparation et de déplacement, pour qu’elles ne restent pas invisibles.",
  ],
  [
    "Un mois de salaire d’avance quand le client tarde à payer",
    "Le fonds de garantie paie aussi lorsque le client dépasse soixante jours, sans cotisation supplémentaire.",
  ],
  [
    "Een eigen minimumuurloon van de coöperatie",
    "De assemblee legt elk jaar een minimumuurloon vast boven het wettelijke minimum.",
  ],
  [
    "Modeloffertes in de drie talen",
    "Een modelofferte per beroep, in het Frans, het Nederlands en het Duits.",
  ],
  [
    "Diminuer la contribution au-delà d’un chiffre d’affaires annuel",
    "Qui facture beaucoup paie une contribution dégressive, sans que le service diminue pour les autres.",
  ],
  [
    "Un entretien annuel sur les tarifs",
    "Chaque membre peut, une fois par an, revoir ses tarifs pendant une heure avec un conseiller ou une conseillère.",
  ],
  [
    "Een ongevallenverzekering die ook de voorbereiding dekt",
    "De dekking geldt ook voor repetities, plaatsbezoeken en verplaatsingen die niet in het contract staan.",
  ],
  [
    "Un numéro d’urgence après un accident, le soir aussi",
    "Un numéro de téléphone joignable jusqu’à minuit, qui explique les premiers pas.",
  ],
  [
    "La formation à la sécurité payée comme temps de travail",
    "Qui travaille en hauteur ou avec des machines suit chaque année un jour de formation qui compte comme jour de travail.",
  ],
  [
    "Uitputting zien aankomen vóór de uitval",
    "Een vertrouwelijke vragenlijst, twee keer per jaar, met de mogelijkheid van een afspraak buiten de coöperatie.",
  ],
  [
    "Een gevaarlijke opdracht weigeren zonder het contract te verliezen",
    "Een modelclausule voorziet het recht om te stoppen en de betaling van de voorziene uren.",
  ],
  [
    "Een openbare lijst van plaatsen waar ongevallen zich herhalen",
    "Wanneer drie ongevallen op dezelfde plaats gebeuren, weten de leden het voor ze aanvaarden.",
  ],
  [
    "Du matériel de protection en prêt",
    "Casques, harnais et protections auditives s’empruntent dans chaque bureau.",
  ],
  [
    "Déclarer un accident avec une photo",
    "La déclaration demande une photo et trois phrases ; un membre de l’équipe complète le reste.",
  ],
  [
    "Een veiligheidsverantwoordelijke per kantoor",
    "In elk kantoor beantwoordt een opgeleide persoon vragen en bezoekt werkplekken.",
  ],
  ["Rusttijden in het contract", "Elf uur tussen twee prestaties, in elk contract geschreven."],
  [
    "Revenir pas à pas après un épuisement",
    "Un parcours de six mois avec accompagnement, aussi pour qui travaille par contrats courts.",
  ],
  [
    "Gewaarborgd loon vanaf de eerste ziektedag",
    "De gemeenschappelijke kas vult de uitkering aan vanaf de eerste dag, met of zonder lopend contract.",
  ],
  [
    "Une caisse maladie pour les membres, par les membres",
    "Un fonds volontaire avec une petite cotisation mensuelle, géré par des membres.",
  ],
  [
    "Uw rechten uitgelegd op één pagina",
    "Eén pagina zegt wat te doen op de eerste, de derde en de dertigste ziektedag.",
  ],
  [
    "Tomber malade pendant une mission réservée",
    "Les jours réservés mais pas encore sous contrat comptent pour le salaire garanti.",
  ],
  [
    "Geen dagen meer verliezen tijdens een zwangerschap",
    "Dagen die al geboekt waren, blijven behouden of worden vergoed tijdens het moederschapsverlof.",
  ],
  [
    "Hulp bij de stappen naar het ziekenfonds",
    "Een zitdag helpt papieren invullen, zonder afspraak, één keer per week.",
  ],
  [
    "Maladie chronique : moins de démarches",
    "Qui a une maladie de longue durée remet un seul certificat par an.",
  ],
  [
    "Les soins dentaires dans l’assurance groupe",
    "L’assurance groupe couvre aussi les soins dentaires ordinaires.",
  ],
  [
    "Psychologische steun, zes gesprekken per jaar",
    "Zes terugbetaalde gesprekken, bij wie men zelf kiest, zonder langs de coöperatie te gaan.",
  ],
  [
    "De uitkering berekenen op twaalf maanden in plaats van drie",
    "Bij onregelmatige inkomens is een gemiddelde over twaalf maanden juister.",
  ],
  [
    "Aider un proche : une raison de déplacer une mission",
    "Une clause type permet de reporter une mission quand un proche a besoin de soins.",
  ],
  [
    "Dire chaque année ce que la maladie a coûté aux membres",
    "Une publication annuelle du nombre de jours de maladie et des montants versés, sans noms.",
  ],
];
