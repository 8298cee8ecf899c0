#!/usr/bin/env node
// The first file of every start. It is plain JavaScript that an old Node can read, so that it can say what to do.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  const isDutch = (process.env.LC_ALL || process.env.LANG || '').toLowerCase().startsWith('nl')
  console.error(
    isDutch
      ? `Meervoud heeft Node 22.18 of nieuwer nodig; dit is ${process.versions.node}. Start het met "npm start" in de map van Meervoud: dat brengt zijn eigen Node mee.`
      : `Meervoud needs Node 22.18 or newer; this is ${process.versions.node}. Start it with "npm start" in Meervoud's folder: that brings its own Node.`,
  )
  process.exit(1)
}

// Whatever is written is for whoever runs this, and for nobody else on this computer.
process.umask(0o077)

const here = dirname(fileURLToPath(import.meta.url))
// An installed package holds JavaScript (Node strips no types under node_modules); a clone runs its TypeScript.
const compiled = join(here, '..', 'dist', 'package', 'server', 'cli.js')
const source = join(here, 'cli.ts')
const { runCommand } = await import(existsSync(source) ? source : compiled)
process.exitCode = await runCommand(process.argv.slice(2))
