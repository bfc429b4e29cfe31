import type { Language } from "../kernel/languages.ts";

// Words that say nothing about the subject of a question, without accents.
const STOP_WORDS: Record<Language, ReadonlySet<string>> = {
  fr: setOf(`a ai ait alors apres as au aucun aussi aux avant avec avez avoir avons c ca car ce combien ceci
    cela celle celles celui ces cet cette ceux chaque ci comme comment d dans de depuis des dit donc
    du elle elles en encore entre est et etait ete etes etre eu eux fait faire faut fois font il ils
    j je jusque l la le les leur leurs lors lui m ma mais me mes moi moins mon n ne ni nos notre nous
    on ont or ou par parce pas peu peut peuvent plus pour pourquoi pouvez pouvons qu quand que quel
    quelle quelles quels qui quoi s sa sans se sera seront ses si sinon soit sommes son sont sous sur
    t ta te tes toi ton tous tout toute toutes tres tu un une va vers vos votre vous y`),
  nl: setOf(`aan al alle alleen als altijd ben bent bij dan dat de deze die dit doen doet door dus een
    eens elke en er geen had hadden heb hebben heeft hem hen het hier hij hoe hoeveel hun ik in is ja
    je jullie kan kunnen kunt maar me meer men met mij mijn moet moeten na naar niet nog nu of om omdat
    ons onze ook op over s t te tegen toch toe tot u uit uw van veel voor waar waarom wanneer want
    waren was wat we wel welke werd wie wij wil worden wordt zal ze zich zij zijn zo zou zouden zullen`),
  de: setOf(`aber alle allem allen aller alles als am an auch auf aus bei beim bin bis da damit das dass
    dem den denn der des die dies diese diesem diesen dieser doch dort du durch ein eine einem einen
    einer eines er es etwas fur haben hat hatte ich ihr ihre ihrem ihren im in ist ja kann kein keine
    konnen man mehr mich mit muss nach nicht noch nun nur ob oder ohne sehr sein sich sie sind so
    sollen soll sollte uber um und uns unser unsere unter vom von vor wann war waren warum was wenn
    wer werden wie wieso wir wird wo wurde zu zum zur`),
  en: setOf(`a about after all also an and any are as at be because been before being but by can could
    did do does for from had has have how i if in into is it its just may me more most my no not of
    on or our out over s should so some than that the their them then there these they this those to
    was we were what when where which who why will with would you your`),
};

// Endings that change with number, gender or person, longest first; the stem keeps four letters.
const ENDINGS: Record<Language, readonly string[]> = {
  fr: `issements issement ations ation ements ement euses euse eaux iques ique ables able ites ite aux
    ees ee eurs eur rices rice ives ive ifs if ent ons ont ait ais ez er ir es e s x`.split(/\s+/),
  nl: `heden heid ingen ing elijke elijk eren eert erd end en er es et e s`.split(/\s+/),
  de: `ungen ung heiten heit keiten keit lichen liche lich enden ende est ern em en er es et te e n s`.split(
    /\s+/,
  ),
  en: `ations ation ments ment ings ing ness ies ied ers er es ed ly e s`.split(/\s+/),
};

const SHORTEST_STEM = 4;

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Lower case without accents: "Bénéfice" and "benefice" are one word. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/g, "oe")
    .replace(/ß/g, "ss");
}

/** The stems of the words that carry the subject, each once, in order. */
export function stems(text: string, language: Language): string[] {
  const words = plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !STOP_WORDS[language].has(word));
  return [...new Set(telling.map((word) => stem(word, language)))];
}

function stem(word: string, language: Language): string {
  const ending = ENDINGS[language].find(
    (end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM,
  );
  return ending ? word.slice(0, -ending.length) : word;
}
