import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('./', import.meta.url))

/** Installs the peers in their own folder, unless they are there. @returns whether they are, so that a machine without the registry can leave them out */
export function installPeers(): boolean {
  const peers = ['fqm-execution', '@duckdb/node-api', 'directus']
  if (peers.every((each) => existsSync(`${folder}node_modules/${each}`))) return true
  const given = [
    'install',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--workspaces=false',
  ]
  const done = spawnSync('npm', given, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 300_000,
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return done.status === 0
}

/** Loads a peer from that folder. */
export const requirePeer = createRequire(`${folder}package.json`)
