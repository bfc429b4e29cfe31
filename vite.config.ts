import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * What nearly every page says things with: one file, where each alone costs a phone a request. Nothing
 * with styles: their order is that of the files that bring them.
 */
const ON_EVERY_PAGE =
  /\/app\/(ui\/live-region\.tsx|i18n\/(format|options|use-language)\.ts|domain\/kernel\/languages\.ts)$/;

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
