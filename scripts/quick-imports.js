/**
 * Preloaded by whatever starts the house (`node --import`): halves the time until its modules are there.
 * For every file of a package Node parses its package.json again to learn the format; that of drizzle-orm has 179 KB and
 * stands before some 700 files. All of them are ES modules, imported by each other with whole relative names.
 */
import { registerHooks } from 'node:module'

const INSIDE = '/node_modules/drizzle-orm/'

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.') || !context.parentURL?.includes(INSIDE) || !specifier.endsWith('.js'))
      return next(specifier, context)
    return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
  },
})
