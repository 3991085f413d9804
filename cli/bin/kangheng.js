#!/usr/bin/env node
// The program runs on the Node it pins, whatever Node the machine has.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const pinned = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')
const root = join(here, '../..')
const program = ['--import', join(root, 'scripts/quick-imports.js'), join(here, '../main.ts')]
// What was compiled for one run is kept for the next.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/compiled')
const child = spawn(pinned, [...program, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
