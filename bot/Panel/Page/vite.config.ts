import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  resolve: {
    // What all pages share; its packages are this page's.
    alias: { "@kit": fileURLToPath(new URL("../../Pages/Kit", import.meta.url)) },
    dedupe: ["adaptivecards", "markdown-it"],
  },
  base: "/panel/",
  build: {
    // No inline script and no inlined image: the page's content security policy is 'self'.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Adaptive Cards is one large module.
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      // Names without a hash, so that a rebuild leaves nothing stale in the output folder; the server revalidates.
      output: {
        entryFileNames: "assets/page.js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
      },
    },
  },
});
