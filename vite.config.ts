import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the Go program listens while the web app is being worked on. */
const server = process.env['FLOWLINE_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: here('designer'),
  plugins: [react()],
  resolve: { alias: { '@': here('designer/src') } },
  server: {
    port: Number(process.env['FLOWLINE_WEB_PORT'] ?? 5173),
    proxy: { '/api': { target: server, ws: true, changeOrigin: false } },
  },
  build: {
    outDir: here('assets/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: [here('designer/src/testing/setup.ts')],
    environment: 'node',
    env: { DEBUG_PRINT_LIMIT: '0' },
    testTimeout: 30_000,
    expect: { poll: { timeout: 8_000 } },
    css: false,
    restoreMocks: true,
    maxWorkers: 2,
  },
});
