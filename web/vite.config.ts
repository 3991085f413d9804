import { defineConfig } from 'vite'
import { serviceWorkerFiles } from './scripts/service-worker-plugin.ts'

/** Where `npm run dev` finds the server's API. */
const server = process.env.KANGHENG_SERVER ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [serviceWorkerFiles(new URL('public/', import.meta.url))],
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    // The budget is measured by scripts/first-load.ts; compressing every chunk here only costs time.
    reportCompressedSize: false,
    rollupOptions: {
      input: { index: 'index.html', 'service-worker': 'src/service-worker.ts' },
      output: {
        // A service worker reigns over what lies beside and below it, under a name that does not change.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
      onwarn(warning, warn) {
        // Libraries mark their client parts for server-side frameworks; in a browser bundle the mark means nothing.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
    },
  },
  server: { proxy: { '/api': server, '/openapi.json': server } },
  preview: { proxy: { '/api': server } },
})
