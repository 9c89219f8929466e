import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  html: { cspNonce: '{{CSP_NONCE}}' },
  build: { outDir: '../../../target/frontend', emptyOutDir: true, assetsInlineLimit: 0, manifest: true },
  server: { proxy: { '/chat/api': 'http://localhost:8080', '/ws': { target: 'ws://localhost:8080', ws: true } } },
  test: { environment: 'jsdom' },
});
