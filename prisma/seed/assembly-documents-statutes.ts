import type { SeedDocument } from "./assembly-documents.ts";

const BOTH = ["fr", "nl"] as const;

/** Documents of the cooptation and of the extraordinary part. Contents and articles are invented. */
export function statutesDocuments(coopted: string): SeedDocument[] {
  return [
    {
      item: "cooptation",
      authoritative: [],
      texts: {
        fr: {
          title: `Présentation : ${coopted}`,
          body: `Texte de démonstration, au contenu inventé.

Un siège est devenu vacant en cours de mandat. Le conseil a coopté ${coopted} pour l’occuper, selon les critères des statuts. Une cooptation ne vaut que jusqu’à l’assemblée suivante : c’est à vous de la confirmer, ou non.

## En quelques mots
« Je suis sociétaire depuis plusieurs années et je vis de missions courtes. Je connais donc les avances sur salaire, les clients qui tardent, et les semaines sans contrat. Au conseil, je voudrais que chaque décision dise à qui elle profite et ce qu’elle coûte, en une page que tout le monde peut lire. »

## Si vous confirmez
Le mandat se poursuit jusqu’au terme de celui qui était vacant. Il n’est pas rémunéré.

## Si vous ne confirmez pas
Le mandat prend fin à la clôture de cette assemblée. Ce que le conseil a décidé entre-temps reste valable. Le siège est de nouveau vacant.`,
        },
        nl: {
          title: `Voorstelling: ${coopted}`,
          body: `Demonstratietekst, met verzonnen inhoud.

Een zetel kwam vrij tijdens een mandaat. De raad coöpteerde ${coopted} om hem in te nemen, volgens de criteria van de statuten. Een coöptatie geldt maar tot de volgende vergadering: het is aan u om ze te bevestigen, of niet.

## In enkele woorden
“Ik ben al jaren vennoot en leef van korte opdrachten. Ik ken dus de voorschotten op het loon, de klanten die op zich laten wachten en de weken zonder contract. In de raad wil ik dat elke beslissing zegt wie er baat bij heeft en wat ze kost, op één bladzijde die iedereen kan lezen.”

## Als u bevestigt
Het mandaat loopt tot het einde van het mandaat dat vrijkwam. Het is onbezoldigd.

## Als u niet bevestigt
Het mandaat eindigt bij het sluiten van deze vergadering. Wat de raad intussen besliste, blijft geldig. De zetel is opnieuw vacant.`,
        },
      },
    },
    {
      item: "statutes",
      authoritative: BOTH,
      texts: {
        fr: {
          title: "Modification des statuts : ancien et nouveau texte, note du conseil",
          body: `Texte de démonstration : les articles et leur contenu sont inventés.

## Pourquoi cette assemblée peut décider
Une première assemblée, convoquée il y a quatre semaines, n’a pas réuni la moitié des parts. La présente assemblée, convoquée avec le même ordre du jour, délibère valablement quel que soit le nombre de parts présentes ou représentées. La modification est adoptée si elle réunit les trois quarts des voix ; les abstentions ne comptent ni au numérateur ni au dénominateur.

## Texte actuel, article 38
« Les sociétaires votent à l’assemblée, en personne ou par procuration. »

## Texte proposé, article 38
« Les sociétaires votent à l’assemblée, en personne, à distance ou par procuration. Ils et elles peuvent aussi voter à distance avant l’assemblée, sur les points dont le texte a été joint à la convocation. Ce vote anticipé s’ouvre au plus tôt dix jours avant l’assemblée et se clôt la veille à minuit. Le règlement d’ordre intérieur en fixe les modalités ; l’identité et la qualité de sociétaire sont vérifiées. »

## Note du conseil
Sur cent sociétaires, deux votent. Beaucoup travaillent le jour de l’assemblée. Le vote anticipé ne remplace pas le débat : il est clos avant, et celles et ceux qui l’utilisent renoncent à entendre les réponses données en séance. Le conseil propose de l’évaluer après deux ans.`,
        },
        nl: {
          title: "Statutenwijziging: oude en nieuwe tekst, nota van de raad",
          body: `Demonstratietekst: de artikelen en hun inhoud zijn verzonnen.

## Waarom deze vergadering kan beslissen
Een eerste vergadering, vier weken geleden, bracht niet de helft van de aandelen samen. Deze vergadering, bijeengeroepen met dezelfde agenda, beraadslaagt geldig ongeacht het aantal aanwezige of vertegenwoordigde aandelen. De wijziging is aangenomen met drie vierde van de stemmen; onthoudingen tellen niet mee, noch in de teller noch in de noemer.

## Huidige tekst, artikel 38
“De vennoten stemmen op de vergadering, in persoon of bij volmacht.”

## Voorgestelde tekst, artikel 38
“De vennoten stemmen op de vergadering, in persoon, op afstand of bij volmacht. Zij kunnen ook vóór de vergadering op afstand stemmen over de punten waarvan de tekst bij de oproeping is gevoegd. Deze voorafgaande stemming opent ten vroegste tien dagen vóór de vergadering en sluit de dag ervoor om middernacht. Het huishoudelijk reglement bepaalt de nadere regels; de identiteit en de hoedanigheid van vennoot worden nagegaan.”

## Nota van de raad
Van honderd vennoten stemmen er twee. Velen werken op de dag van de vergadering. De voorafgaande stemming vervangt het debat niet: ze sluit ervoor, en wie ze gebruikt, ziet ervan af de antwoorden van de zitting te horen. De raad stelt voor ze na twee jaar te evalueren.`,
        },
      },
    },
    {
      item: "object",
      authoritative: BOTH,
      texts: {
        fr: {
          title: "Modification de l’objet : rapport justificatif du conseil",
          body: `Texte de démonstration : l’objet proposé et ses raisons sont inventés.

La loi demande que le conseil justifie par écrit toute modification de l’objet. Voici ce rapport.

## Ce qui serait ajouté à l’article 4
« Organiser entre ses membres la formation, l’entraide et le codéveloppement, et former les personnes qui les animent. »

## Pourquoi
La coopérative le fait déjà, au titre de ses activités accessoires. L’inscrire dans l’objet donne à ces activités un budget stable, permet de demander des subsides de formation, et dit à chaque nouvelle personne qu’elle pourra apprendre des autres.

## Ce que cela change, et ce que cela ne change pas
Aucune activité actuelle n’est retirée. La finalité et les valeurs ne changent pas. Les moyens restent arbitrés chaque année dans le budget.

## Majorité
Quatre cinquièmes des voix, sans compter les abstentions. La première assemblée n’ayant pas atteint le quorum, aucune présence minimale n’est requise aujourd’hui.`,
        },
        nl: {
          title: "Wijziging van het voorwerp: verantwoordingsverslag van de raad",
          body: `Demonstratietekst: het voorgestelde voorwerp en de redenen zijn verzonnen.

De wet vraagt dat de raad elke wijziging van het voorwerp schriftelijk verantwoordt. Dit is dat verslag.

## Wat aan artikel 4 zou worden toegevoegd
“Onder haar leden opleiding, onderlinge hulp en co-ontwikkeling organiseren, en de mensen opleiden die ze begeleiden.”

## Waarom
De coöperatie doet dit al, als bijkomende activiteit. Het in het voorwerp opnemen geeft deze activiteiten een vast budget, maakt het mogelijk opleidingssubsidies te vragen, en zegt aan elke nieuwkomer dat men hier van elkaar leert.

## Wat verandert, en wat niet
Geen enkele huidige activiteit vervalt. Het doel en de waarden blijven dezelfde. Over de middelen wordt elk jaar in de begroting beslist.

## Meerderheid
Vier vijfde van de stemmen, zonder de onthoudingen. Omdat de eerste vergadering het quorum niet haalde, is er vandaag geen minimale aanwezigheid vereist.`,
        },
      },
    },
  ];
}
