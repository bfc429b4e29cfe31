import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { loadTranslator } from "./i18n/browser.ts";

/**
 * Remix decodes the page's data in a first render that suspends. A key pressed at that moment would
 * make React throw away the server's page, with what was typed in it, and draw another. So we let
 * Remix decode first: called outside a render, it throws the promise that React would wait for.
 */
async function decodePage(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (decoding) {
    await decoding;
  }
}

async function hydrate(): Promise<void> {
  const { documentElement } = document;
  const [i18n] = await Promise.all([
    loadTranslator(
      documentElement.lang,
      location.pathname,
      documentElement.dataset["words"]?.split(" "),
    ),
    decodePage(),
  ]);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
