import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  html: { cspNonce: '{{CSP_NONCE}}' },
  build: {
    outDir: '../../../target/frontend',
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
  server: { proxy: { '/chat/api': 'http://localhost:8080', '/ws': { target: 'ws://localhost:8080', ws: true } } },
  // A busy machine is given time.
  test: { environment: 'jsdom', testTimeout: 20_000 },
});
