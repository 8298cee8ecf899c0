import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'

/*
 * First half of `npm run test:ha`: looks whether this machine can do it, and installs from Debian what is missing.
 * Nothing that is installed here is started as a service; a PostgreSQL that runs already is left alone.
 */

/** Programs that the test needs, and the packages of Debian that bring them. */
const NEEDED: Readonly<Record<string, string>> = {
  '/usr/bin/patroni': 'patroni',
  '/usr/bin/etcd': 'etcd-server',
  '/usr/sbin/haproxy': 'haproxy',
  '/usr/share/postgresql-common': 'postgresql',
}
/** Debian's own way to say that packages that are being installed start nothing. */
const NO_SERVICES = '/usr/sbin/policy-rc.d'

const obstacles = obstaclesHere()
if (obstacles.length > 0) {
  console.error(`test:ha cannot run here: ${obstacles.join('; ')}.`)
  process.exit(1)
}
install(Object.keys(NEEDED).flatMap((path) => (existsSync(path) ? [] : (NEEDED[path] ?? []))))

function obstaclesHere(): string[] {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  const isDebian = /^ID(_LIKE)?=.*debian/m.test(release) && existsSync('/usr/bin/apt-get')
  return [
    ...(isDebian ? [] : ['it installs its parts with apt-get, so it needs Debian']),
    ...(userInfo().uid === 0
      ? []
      : ['it installs packages and starts the database as the user postgres: run it as root']),
  ]
}

function install(packages: readonly string[]): void {
  if (packages.length === 0) return
  console.log(`installing from Debian: ${packages.join(' ')}`)
  const mayStart = !existsSync(NO_SERVICES)
  if (mayStart) writeFileSync(NO_SERVICES, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    const args = ['install', '-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', ...packages]
    if (apt(args)) return
    // The list of packages may be older than the packages.
    if (apt(['update', '-q']) && apt(args)) return
    console.error('apt-get could not install them: see above.')
    process.exitCode = 1
  } finally {
    if (mayStart) rmSync(NO_SERVICES, { force: true })
  }
}

function apt(args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' })
  if (status !== 0) console.error(`${stdout}${stderr}`.trim().split('\n').slice(-10).join('\n'))
  return status === 0
}
