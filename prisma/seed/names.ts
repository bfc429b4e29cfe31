import type { Language } from "../../app/domain/kernel/languages.ts";
import type { SeededRandom } from "./random.ts";

// Given and family names are drawn apart from each other, so that a full name is nobody's.
const words = (text: string) => text.trim().split(/\s+/);
const lines = (text: string) => text.trim().split(/\s*,\s*/);

const FRENCH_GIVEN = words(`
  Adèle Agathe Alix Ambre Anaïs Antoine Apolline Arthur Aubin Aude Axelle Baptiste Basile Bastien
  Blanche Bruno Capucine Cécile Céleste Clément Clémence Colette Corentin Cyril Damien Daphné Denis
  Edgard Églantine Éloïse Émile Estelle Fabien Faustine Félicie Firmin Florent Gaëlle Gaspard Gilles
  Guillemette Hadrien Hélène Hippolyte Honorine Irène Isaure Jeanne Jocelyn Joséphine Judith Laurent
  Léonie Lilian Lorraine Lucien Mahaut Marceline Marius Mathilde Maxence Mélusine Nestor Ninon Noémie
  Octave Odile Ombeline Oscar Paulin Perrine Philomène Quentin Rémi Romane Rosalie Sidonie Simon
  Solange Sylvain Thaïs Théodore Timothée Ursule Valentin Violette Virgile Zélie`);

const DUTCH_GIVEN = words(`
  Aagje Annelies Arjen Arne Bart Birgit Bram Cas Daan Dries Elke Emiel Evelien Femke Floris Geert Griet
  Hanne Hendrik Ilse Inge Jasper Jelle Jonas Joke Jorik Karel Katrijn Klaas Koen Lander Lien Lies Lode
  Lotte Maaike Maarten Machteld Marijn Marleen Merel Mieke Mirthe Nele Niels Noor Pieter Reinhilde
  Roel Ruben Saar Sander Senne Siebe Sien Sofie Stijn Tine Tobias Toon Tuur Veerle Wannes Ward Wies
  Willem Wout Yentl`);

const GERMAN_GIVEN = words(`
  Annika Anselm Benedikt Birte Carsten Dagmar Dietlinde Ekkehard Elfriede Falko Frauke Gerlinde Gesine
  Gunnar Hartmut Heike Helga Henrike Ingrid Jörg Jürgen Karsten Lennart Liesel Lorenz Mareike Matthis
  Meike Ortrud Ottmar Reinhard Roswitha Rüdiger Sieglinde Silke Swantje Tilman Torsten Ulrike Uwe
  Volker Waltraud Wiebke Wolfram`);

const ENGLISH_GIVEN = words(`
  Ailsa Alistair Beatrix Callum Cordelia Desmond Edith Eilidh Fergus Fiona Gareth Gwen Harriet Imogen
  Isla Keir Lachlan Maeve Morag Niamh Orla Percy Rhiannon Rory Rowan Saoirse Tamsin Winifred`);

const WORLD_GIVEN = words(`
  Abebe Abdoulaye Adjoa Agnieszka Aïcha Amadou Amara Amina Anouk Aminata Andrei Awa Ayşe Bakary Bogdan
  Bintou Carmela Chiara Cosmin Dário Deniz Ebru Élio Emre Esperança Fadila Farida Fatou Gabriela Giulia
  Graça Hamza Hassan Hiba Idris Ikram Ilaria Imane Ioana Jamila Jarek Joaquim Kadiatou Kamila Kaveh
  Khadija Kwame Leïla Linh Lorenzo Luísa Magda Malik Mamadou Marisol Mehdi Mihai Mina Moussa Nadia
  Nasrin Nour Ousmane Paloma Paulina Rachid Rafaela Ramata Rania Reza Rocío Safia Salma Samir Sanaa
  Selin Seydou Siham Sibel Stefania Tariq Tesfaye Thanh Tomasz Umut Vasco Wafa Wanjiru Xiomara Yacine
  Yannis Yasmina Youssef Yusuf Zahra Zeynep Zofia Zoran`);

const FRENCH_FAMILY = lines(`
  Ardenteau, Aubépin, Bastincourt, Beauvallon, Belmontois, Berlandier, Blanchefort, Boisgelin, Bourdonnel,
  Brasseroy, Briquemont, Cabarel, Carpentin, Castelain, Chanterelle, Chapelier, Charbonnet, Clairval,
  Cordelois, Courtejoie, Couvreur, Daubechies, Delcampe, Delfosse, Delvigne, Demoulin, Deschamps, Dessart,
  Donnay, Dupréau, Escoyez, Falaise, Fauconnier, Ferrandin, Fontanelle, Fourneau, Framboisier, Gauquelin,
  Gilsoul, Godefroid, Grandfils, Grosjean, Hanotte, Haubruge, Hennebert, Houyoux, Jacquemin, Jadoulle,
  Joliment, Lacroix, Ladrière, Lambinet, Larivière, Lecharlier, Lefrancq, Lejoly, Lemoisnier, Malengreau,
  Marchandise, Marlière, Mathonet, Mauroy, Meuret, Minguet, Molitor, Montfort, Navez, Noirhomme, Olivet,
  Paternoster, Pierrard, Pirotte, Ponthieu, Quinaux, Radelet, Renardy, Rouvroy, Sainthuile, Servais,
  Soleilmont, Tilquin, Tournemine, Trigaux, Vaucamps, Verdonck, Vignoble, Warnotte, Wauthier, Yernaux`);

const DUTCH_FAMILY = lines(`
  Aerendonck, Baetslé, Beerlandt, Boeckstael, Bogaertsveld, Braeckveldt, Callebaut, Ceulebroek, Claesveld,
  Coppieters, De Backere, De Clippel, De Graeve, De Kersgieter, De Meulder, De Potterie, De Wachtere,
  Duinslaeger, Eeckelaert, Everaerdt, Gheldof, Goethalsveld, Haegheman, Heirbrant, Hoogmartel, Inghelbrecht,
  Kestelein, Laermans, Lauwereins, Lievenoot, Maertelinck, Meersdom, Moerenhout, Nachtergael, Oosterlinck,
  Overbeke, Pauwelijn, Plasschaert, Quaghebeur, Reyntjes, Roelandts, Schaubroeck, Schoonvaere, Slabbinck,
  Speeckaert, Tavernier, Temmerveld, Uyttendaele, Van Acoleyen, Van den Bulcke, Van der Elstraete,
  Van Eeghem, Van Hoyweghen, Van Moorter, Van Ransbeeck, Van Steenvoort, Vandaele, Vandecasteele,
  Vanderlinden, Veldeman, Verbrugghe, Verhaeren, Vermandel, Vlaeminck, Waelkens, Wijnants, Zonderland`);

const GERMAN_FAMILY = lines(`
  Achterberg, Ahornfeld, Birkenhain, Brandscheid, Buchholz, Dahlmann, Eichelkraut, Feldhausen, Fichtner,
  Goldammer, Grünewald, Haselbach, Heidenreich, Hergenrath, Holzapfel, Kaltenbach, Keutgen, Kleinermann,
  Kornblum, Lindenlauf, Löwenich, Mühlbauer, Nussbaum, Obermoser, Pfeiffenberg, Rosenstein, Sauerbrey,
  Schmetz, Steinbrecher, Tannhäuser, Uferkamp, Vogelsang, Weidenfeld, Winterscheid, Zimmermann`);

const ENGLISH_FAMILY = lines(`
  Ashgrove, Birchwood, Blackmoor, Carrowmore, Dunleavy, Elderfield, Fairweather, Glenmorrow, Hartigan,
  Inchbald, Kilbride, Larkspur, Merriwether, Nethercott, Oakenshaw, Pennyfeather, Quickley, Ravenhill,
  Stonebridge, Thistlewood, Underhill, Wetherby`);

const WORLD_FAMILY = lines(`
  Abdelkarim, Achterouf, Adeyemo, Afonso, Aït Brahim, Akintola, Almeida, Amrani, Arslanoğlu, Asante, Aydınlı,
  Bagayoko, Balanta, Bellucciano, Benaïssa, Benchekroun, Bielawski, Boukhari, Camargo, Carvalhal, Ćosić,
  Coulibari, Dăscălescu, Demirtepe, Diakhaté, Diallo, Dimitrakis, Djemai, Dobrowski, El Fassi, El Mansour,
  Esposito, Farahani, Fernandes, Ferraro, Gebremariam, Guerfali, Haddadi, Ibragimov, Ilunga, Jankowiak,
  Kabongo, Kalondji, Kamara, Karimova, Kayembe, Khelifi, Kowalczyk, Lombardini, Lukusa, Mabiala, Makengo,
  Mbayo, Mendoza, Mobutani, Moreira, Mukendi, Nakamori, Ngoma, Nguyễn, Nkunda, Nshimiyimana, Odhiambo,
  Okafor, Ouedraogo, Özdemirel, Papadakis, Pereira, Popescu, Quispe, Rahmani, Ramalho, Rossetti, Sabbagh,
  Sanogo, Santamaría, Sarr, Tahiri, Tavares, Tchombé, Tekin, Touré, Traorelli, Uwimana, Vasilescu,
  Villanueva, Wasilewski, Yıldırım, Yamba, Zawadzki, Zerouali, Zoungrana`);

const GIVEN: Record<Language, string[]> = {
  fr: FRENCH_GIVEN,
  nl: DUTCH_GIVEN,
  de: GERMAN_GIVEN,
  en: ENGLISH_GIVEN,
};
const FAMILY: Record<Language, string[]> = {
  fr: FRENCH_FAMILY,
  nl: DUTCH_FAMILY,
  de: GERMAN_FAMILY,
  en: ENGLISH_FAMILY,
};

/** An invented name. A third of the names come from further away than the language spoken. */
export function inventName(random: SeededRandom, language: Language) {
  const from = (near: Record<Language, string[]>, far: string[]) =>
    random.pick(random.below(3) === 0 ? far : near[language]);
  return { givenName: from(GIVEN, WORLD_GIVEN), familyName: from(FAMILY, WORLD_FAMILY) };
}

const KINDS: Record<"fr" | "nl", string[]> = {
  fr: lines("Atelier, Collectif, Compagnie, Coopérative, Fabrique, Maison, Réseau, Studio"),
  nl: lines("Atelier, Collectief, Gezelschap, Coöperatie, Werkplaats, Huis, Netwerk, Studio"),
};
const OBJECTS: Record<"fr" | "nl", string[]> = {
  fr: lines(
    "des Quatre Vents, du Héron, des Glaneuses, de la Passerelle, du Merle Bleu, des Rivages, du Grand Large",
  ),
  nl: lines("De Reiger, De Zeven Bruggen, Het Lindeblad, De Draaimolen, De Leeuwerik, De Overkant"),
};

/** An invented organisation: "Atelier des Quatre Vents". The list is walked, so no name comes twice. */
export function inventOrganisation(n: number, language: Language): string {
  const tongue = language === "nl" ? "nl" : "fr";
  const kind = KINDS[tongue][n % KINDS[tongue].length];
  const object = OBJECTS[tongue][Math.floor(n / KINDS[tongue].length) % OBJECTS[tongue].length];
  return `${kind} ${object}`;
}

/** Lower case without accents, for the part of an address before the @. */
export function addressPart(name: string): string {
  const known = PARTS.get(name);
  if (known !== undefined) return known;
  const part = name
    .replace(/ı/g, "i")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  PARTS.set(name, part);
  return part;
}

// Forty thousand people share a few hundred names.
const PARTS = new Map<string, string>();
