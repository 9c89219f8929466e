import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const outDir = '../../../target/frontend';

/** Builds the service worker beside the page: one script of its own whose name never changes. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  closeBundle: async () => {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: false,
        rolldownOptions: {
          input: 'src/worker/sw.ts',
          output: { format: 'iife', entryFileNames: 'sw.js' },
        },
      },
    });
  },
};

export default defineConfig({
  plugins: [react(), serviceWorker],
  html: { cspNonce: '{{CSP_NONCE}}' },
  build: {
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    // The script has a budget of its own (scripts/budget.js).
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        // What is needed at the start is one file: many small ones compress worse.
        codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
      },
    },
  },
  server: {
    proxy: { '/chat/api': 'http://localhost:8080', '/ws': { target: 'ws://localhost:8080', ws: true } },
  },
  // A busy machine is given time.
  test: { environment: 'jsdom', setupFiles: 'src/testSetup.ts', testTimeout: 20_000 },
});
