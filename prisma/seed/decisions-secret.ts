import type { SeedDecision } from "./decisions-today.ts";

/** Two votes on persons, in draft: one whose urn scrutineers keep, one that the server keeps. */
export const SECRET_DECISIONS: readonly SeedDecision[] = [
  {
    item: "persons",
    matter: "ordinary",
    legalBasis: "CSA/WVV 3:58",
    seal: "scrutineers",
    texts: {
      fr: {
        title: "Renouveler le mandat de la société de révision",
        text: "L’assemblée générale renouvelle pour trois exercices le mandat de la société de révision qui contrôle les comptes, aux honoraires de 38.000 € par an hors TVA. Ce vote est secret.",
      },
      nl: {
        title: "Het mandaat van het revisorenkantoor hernieuwen",
        text: "De algemene vergadering hernieuwt voor drie boekjaren het mandaat van het revisorenkantoor dat de rekeningen controleert, tegen een honorarium van 38.000 € per jaar exclusief btw. Deze stemming is geheim.",
      },
      de: {
        title: "Das Mandat der Prüfungsgesellschaft verlängern",
        text: "Die Generalversammlung verlängert das Mandat der Prüfungsgesellschaft, die den Abschluss prüft, für drei Geschäftsjahre zu einem Honorar von 38.000 € pro Jahr ohne MwSt. Diese Abstimmung ist geheim.",
      },
      en: {
        title: "Renew the mandate of the audit firm",
        text: "The general assembly renews for three financial years the mandate of the firm that audits the accounts, for a fee of €38,000 a year excluding VAT. This vote is secret.",
      },
    },
  },
  {
    item: "persons",
    matter: "ordinary",
    legalBasis: "Statuts/Statuten 31",
    seal: "server",
    texts: {
      fr: {
        title: "Désigner le comité de médiation",
        text: "L’assemblée générale désigne pour deux ans les cinq membres du comité de médiation entre sociétaires, selon la liste jointe à la convocation. Ce vote est secret.",
      },
      nl: {
        title: "Het bemiddelingscomité aanwijzen",
        text: "De algemene vergadering wijst voor twee jaar de vijf leden aan van het comité dat bemiddelt tussen vennoten, volgens de lijst die bij de oproeping is gevoegd. Deze stemming is geheim.",
      },
      de: {
        title: "Den Schlichtungsausschuss benennen",
        text: "Die Generalversammlung benennt für zwei Jahre die fünf Mitglieder des Schlichtungsausschusses zwischen Mitgliedern nach der Liste, die der Einberufung beigefügt ist. Diese Abstimmung ist geheim.",
      },
      en: {
        title: "Appoint the mediation committee",
        text: "The general assembly appoints for two years the five members of the committee that mediates between members, as listed in the annex to the convocation. This vote is secret.",
      },
    },
  },
];
