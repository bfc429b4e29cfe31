/** In the words of somebody who answers, and in those of the coordination. */
export const SAID = "Une caisse qui me paie dès le premier jour où je ne tiens plus debout.";
export const DEMAND = "Une indemnité payée dès le premier jour de maladie";

/** Five proposals of two cities: two in French that are alike, one wording for both, and others. */
export const FUND = { kind: "demand", theme: "t3", city: "bruxelles" };
export const PAID = {
  sentence: "Une indemnité payée dès le premier jour de maladie",
  paragraph:
    "Qui tombe malade ne gagne plus rien pendant un mois. Un fonds paie dès le premier jour.",
};
export const ALIKE = {
  sentence: "Un fonds commun paie une indemnité dès le premier jour de maladie",
  paragraph: "Qui tombe malade perd son mois. Le fonds paie une indemnité dès le premier jour.",
};
export const TOGETHER = {
  sentence: "Un fonds commun paie dès le premier jour de maladie",
  paragraph: "Chaque contrat y verse ; qui tombe malade reçoit une indemnité dès le premier jour.",
};
export const SITES = {
  sentence: "Een gedeelde lijst van veilige werkplaatsen",
  paragraph:
    "Wie ergens opbouwt, weet niet of het er veilig is. Een lijst per stad helpt iedereen.",
};
export const SCALE = {
  sentence: "Des repères de rémunération publiés pour les métiers de la scène",
  paragraph: "Chacun·e négocie dans son coin. Des repères publiés donnent une base.",
};
export const SET_UP = {
  sentence: "Opbouw en afbouw worden betaald",
  paragraph: "Klaarzetten en opruimen is ook werk, en wordt vandaag niet vergoed.",
};
export const IN_DUTCH = {
  sentence: "Een gemeenschappelijk fonds betaalt vanaf de eerste ziektedag",
  paragraph: "Elk contract draagt bij; wie ziek wordt, krijgt een vergoeding vanaf de eerste dag.",
};
