import { fileURLToPath } from "node:url";

/** How each page of ours is built. @param base Under which address it lies; its own folder's where none is said. */
export const pageAt = (base) => ({
  resolve: {
    // What all pages share; its packages are the page's.
    alias: { "@kit": fileURLToPath(new URL(".", import.meta.url)) },
    dedupe: ["adaptivecards", "markdown-it"],
  },
  ...(base === undefined ? {} : { base }),
  build: {
    // No inline script and no inlined image: the page's content security policy is 'self'.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Adaptive Cards is one large module.
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      // Names without a hash, so that a rebuild leaves nothing stale in the output folder; the browser asks each time whether they changed.
      output: {
        entryFileNames: "assets/page.js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
      },
    },
  },
});
