import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
// @ts-expect-error Plain JavaScript with its own @type: a declaration file would say it twice.
import remixConfig from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [remix(remixConfig)],
  // The content security policy takes fonts and pictures from files alone.
  build: { assetsInlineLimit: 0 },
});
