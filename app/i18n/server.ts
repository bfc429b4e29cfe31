import { createInstance, type i18n, type ResourceLanguage } from "i18next";
import type { Language } from "#domain/kernel/languages.ts";
import de from "./de.ts";
import notificationsDe from "./de/notifications.json" with { type: "json" };
import en from "./en.ts";
import notificationsEn from "./en/notifications.json" with { type: "json" };
import fr from "./fr.ts";
import notificationsFr from "./fr/notifications.json" with { type: "json" };
import nl from "./nl.ts";
import notificationsNl from "./nl/notifications.json" with { type: "json" };
import { frenchSpaces, optionsFor } from "./options.ts";

// Mails are written here alone: browsers do not carry their sentences.
const CATALOGUES: Record<Language, ResourceLanguage> = {
  fr: { ...fr, notifications: notificationsFr },
  nl: { ...nl, notifications: notificationsNl },
  de: { ...de, notifications: notificationsDe },
  en: { ...en, notifications: notificationsEn },
};

const instances = new Map<Language, i18n>();

/** Speaks one language, for pages and for mails: `translator("nl").t("sign-in:title")`. */
export function translator(language: Language): i18n {
  const ready = instances.get(language);
  if (ready) return ready;
  const instance = createInstance();
  const catalogue = CATALOGUES[language];
  void instance.use(frenchSpaces).init({
    ...optionsFor(language),
    resources: { [language]: catalogue },
    ns: Object.keys(catalogue),
    // Everything is there: no turn of the event loop is needed.
    initImmediate: false,
  });
  instances.set(language, instance);
  return instance;
}
