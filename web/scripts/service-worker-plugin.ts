import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Charts are for desks; a phone fetches them when somebody opens one. */
const LEFT_OUT = /\/chart-/

/** Tells the service worker which files belong to this build, and names the build by their content. */
export function serviceWorkerFiles(publicFolder: URL): Plugin {
  return {
    name: 'service-worker-files',
    // After the page itself has been made.
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = Object.values(bundle)
        const worker = built.find((file) => file.fileName === 'service-worker.js')
        if (worker?.type !== 'chunk') throw new Error('The build has no service worker')
        const assets = built
          .filter((file) => file !== worker && !file.fileName.startsWith('.vite/'))
          .map((file) => ({ name: `/${file.fileName}`, content: file.type === 'chunk' ? file.code : file.source }))
        const fixed = readdirSync(publicFolder).map((name) => ({
          name: `/${name}`,
          content: readFileSync(new URL(name, publicFolder)),
        }))
        const files = [...assets, ...fixed].filter((file) => !LEFT_OUT.test(file.name))
        const version = createHash('sha256')
        for (const file of files) version.update(file.name).update(file.content)
        worker.code = worker.code
          .replaceAll('__VERSION__', JSON.stringify(version.digest('hex').slice(0, 16)))
          .replaceAll('__FILES__', JSON.stringify(files.map((file) => file.name).sort()))
      },
    },
  }
}
