import { defineConfig } from 'vite'

/** Where `npm run dev` finds the server's API. */
const server = process.env.KANGHENG_SERVER ?? 'http://127.0.0.1:3000'

export default defineConfig({
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    // The budget is measured by scripts/first-load.ts; compressing every chunk here only costs time.
    reportCompressedSize: false,
    rollupOptions: {
      onwarn(warning, warn) {
        // Libraries mark their client parts for server-side frameworks; in a browser bundle the mark means nothing.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
    },
  },
  server: { proxy: { '/api': server, '/openapi.json': server } },
  preview: { proxy: { '/api': server } },
})
