import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** What nearly every page says and shows with: one file, where each alone costs a phone a request. */
const ON_EVERY_PAGE =
  /\/app\/(ui\/(button|icon|language-tag|live-region|mark|notice|page|refusal-note)\.tsx|i18n\/(format|options|use-language)\.ts|domain\/kernel\/languages\.ts)$/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  build: {
    // The content security policy takes fonts and pictures from files alone.
    assetsInlineLimit: 0,
    rollupOptions: {
      output: isSsrBuild
        ? {}
        : { manualChunks: (id) => (ON_EVERY_PAGE.test(id) ? "page" : undefined) },
    },
  },
}));
