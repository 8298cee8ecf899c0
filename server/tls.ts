import { createPrivateKey, X509Certificate } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import type { Config } from './config.ts'
import { StartError } from './start-error.ts'

/** A certificate with its private key, both as PEM text, and where they come from. */
export interface Certificate {
  readonly cert: string
  readonly key: string
  readonly made: 'given' | 'self-made'
}

/** Folder of the self-made certificate inside DATA_DIR. */
export const TLS_FOLDER = 'tls'
const CERT_FILE = 'certificate.pem'
const KEY_FILE = 'key.pem'
const DAY_MS = 24 * 60 * 60_000
/** Phones refuse certificates that are good for more than 398 days; this one is good from the day before it is made. */
const DAYS_GOOD = 396
const DAYS_LEFT_AT_LEAST = 14
const ALWAYS = { names: ['localhost'], addresses: ['127.0.0.1'] }

/**
 * The certificate of the settings; undefined without one.
 *
 * @throws {StartError} `tls-half`, `tls-unreadable`, `tls-not-a-pair`.
 */
export function givenCertificate({ TLS_CERT: cert, TLS_KEY: key }: Config): Certificate | undefined {
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined) {
    throw new StartError('tls-half', { there: cert ? 'TLS_CERT' : 'TLS_KEY', missing: cert ? 'TLS_KEY' : 'TLS_CERT' })
  }
  const read = readable('TLS_CERT', () => new X509Certificate(cert))
  const own = readable('TLS_KEY', () => createPrivateKey(key))
  if (!read.checkPrivateKey(own)) throw new StartError('tls-not-a-pair')
  return { cert, key, made: 'given' }
}

function readable<Read>(name: string, read: () => Read): Read {
  try {
    return read()
  } catch (cause) {
    throw new StartError('tls-unreadable', { name }, { cause })
  }
}

/**
 * The certificate that this machine made for itself, kept in DATA_DIR so that phones accept it once. It is made anew
 * when it is about to expire, and when the machine has got an address that is not in it.
 *
 * @param addresses IPv4 addresses by which phones reach this machine.
 * @throws {StartError} `data-dir-unusable`.
 */
export async function selfMadeCertificate(
  dataDir: string,
  addresses: readonly string[],
  now: Date,
): Promise<Certificate> {
  const folder = join(dataDir, TLS_FOLDER)
  const kept = readKept(folder)
  if (kept !== undefined && isGood(kept, addresses, now)) return kept
  const made = await make(addresses, now)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writePrivately(join(folder, KEY_FILE), made.key)
    writePrivately(join(folder, CERT_FILE), made.cert)
  } catch (cause) {
    throw new StartError('data-dir-unusable', { path: folder }, { cause })
  }
  return made
}

function readKept(folder: string): Certificate | undefined {
  try {
    const [cert, key] = [CERT_FILE, KEY_FILE].map((file) => readFileSync(join(folder, file), 'utf8'))
    return cert === undefined || key === undefined ? undefined : { cert, key, made: 'self-made' }
  } catch {
    return undefined
  }
}

function isGood({ cert, key }: Certificate, addresses: readonly string[], now: Date): boolean {
  try {
    const read = new X509Certificate(cert)
    const isLasting = read.validToDate.getTime() - now.getTime() >= DAYS_LEFT_AT_LEAST * DAY_MS
    return (
      isLasting && addresses.every((address) => read.checkIP(address)) && read.checkPrivateKey(createPrivateKey(key))
    )
  } catch {
    // Half written, or changed by hand: a new one takes its place.
    return false
  }
}

async function make(addresses: readonly string[], now: Date): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'Meervoud' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // The clock of a phone may be behind.
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: new Date(now.getTime() + DAYS_GOOD * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: alternativeNames(addresses) },
    ],
  })
  return { cert, key, made: 'self-made' }
}

function alternativeNames(addresses: readonly string[]) {
  const ips = [...new Set([...addresses, ...ALWAYS.addresses])]
  return [...ALWAYS.names.map((value) => ({ type: 2, value }) as const), ...ips.map((ip) => ({ type: 7, ip }) as const)]
}

/** A file that existed keeps its rights when it is written, so they are set as well. */
function writePrivately(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 })
  chmodSync(path, 0o600)
}

/** The names by which phones may open what has this certificate: those that are whole, and not this machine's own. */
export function namesIn({ cert }: Certificate): string[] {
  const names = [...(new X509Certificate(cert).subjectAltName ?? '').matchAll(/DNS:([^,\s"]+)/g)]
  return names.map(([, name]) => name ?? '').filter((name) => !name.includes('*') && name !== 'localhost')
}
