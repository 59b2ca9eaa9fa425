import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  build: { outDir: "../src/osteon/web/assets", emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
