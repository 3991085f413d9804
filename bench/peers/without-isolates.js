import { registerHooks } from 'node:module'

// Directus runs scripts of its flows in isolates, a module that is compiled when it is installed. Nothing here runs such a script: Node's own `vm` stands in its place, so that no compiler is needed.
registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'isolated-vm' ? 'node:vm' : specifier, context),
})
