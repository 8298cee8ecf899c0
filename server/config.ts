import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import * as z from 'zod'
import { isIssuerAddress } from './auth/issuer-address.ts'
import { readSender, readSmtpUrl } from './mail/settings.ts'
import { type Sentence, StartError } from './start-error.ts'

const MOST_MONTHS = 120

// Each message is the name of a fault, whose sentence is `setting-fault-<name>`.
const wholeNumber = (pattern: RegExp, fault: string) => z.string().regex(pattern, fault).transform(Number)
const port = (usual: number) =>
  wholeNumber(/^\d{1,5}$/, 'port')
    .refine((number) => number <= 65_535, 'port')
    .default(usual)
const months = (usual: number) =>
  wholeNumber(/^\d{1,3}$/, 'months')
    .refine((number) => number >= 1 && number <= MOST_MONTHS, 'months')
    .default(usual)

/** An address, or a range such as 10.0.0.0/8; never everybody. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const most = isIP(address) === 4 ? 32 : 128
  const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most)
  return rest.length === 0 && isIP(address) !== 0 && isRange
}

function namesSeveralHosts(url: string): boolean {
  const [authority = ''] = url.replace(/^\w+:\/\//, '').split(/[/?]/)
  return authority.slice(authority.lastIndexOf('@') + 1).includes(',')
}

const Config = z.object({
  PORT: port(3000).describe('Port that the server listens on.'),
  HOST: z.string().min(1, 'empty').default('127.0.0.1').describe('Address that the server listens on.'),
  DATA_DIR: z
    .string()
    .min(1, 'empty')
    .default('data/local')
    .describe('Folder for the embedded database and its backups.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'database-url')
    // Its client would take "one,two" for one name, and look for it in vain.
    .refine((url) => !namesSeveralHosts(url), 'several-hosts')
    .optional()
    .describe('PostgreSQL instead of the embedded database: postgres://user:password@host/name'),
  PUBLIC_ORIGIN: z
    .string()
    .regex(/^https?:\/\/[^/\s]+$/, 'origin')
    .optional()
    .describe('Address under which people open the product, for links and cookies.'),
  TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((part) => part.trim()))
    .refine((list) => list.every(isNetwork), 'networks')
    .optional()
    .describe('Proxies whose X-Forwarded-For, -Proto and -Host are believed: addresses and ranges.'),
  SETUP_TOKEN: z.string().min(32, 'short').optional().describe('A known set-up token instead of a printed one.'),
  LAN_PORT: port(3080).describe('Port for participants on the local network, used with --lan.'),
  TLS_CERT: z
    .string()
    .optional()
    .describe('Certificate (PEM) for participants on the local network, used with --lan and TLS_KEY.'),
  TLS_KEY: z.string().optional().describe('Private key (PEM) that belongs to TLS_CERT.'),
  BACKUP_DIR: z
    .string()
    .min(1, 'empty')
    .optional()
    .describe('Folder for the backups that the server makes by itself; best on another disk (DATA_DIR/backups).'),
  SMTP_URL: z
    .string()
    .refine((url) => readSmtpUrl(url) !== undefined, 'mail-server')
    .optional()
    .describe('Mail server: smtp://user:password@host:587 or smtps://... With MAIL_FROM and PUBLIC_ORIGIN.'),
  MAIL_FROM: z
    .string()
    .refine((from) => readSender(from) !== undefined, 'sender')
    .optional()
    .describe('Address that mail comes from: name@example.org or Name <name@example.org>'),
  RETENTION_ANSWERS_MONTHS: months(24).describe(
    'Months after closing a round until the answers of each person are deleted; what was released stays.',
  ),
  RETENTION_TEXTS_MONTHS: months(12).describe(
    'Months after closing a round until what people wrote in words on phones is deleted.',
  ),
  RETENTION_AUDIT_MONTHS: months(24).describe('Months until entries of the log of events are deleted.'),
  SECOND_FACTOR: z
    .enum(['optional', 'required'], 'choice')
    .default('optional')
    .describe('Whether everybody with an account needs a second factor to sign in: optional or required.'),
  OIDC_ISSUER: z
    .string()
    .refine(isIssuerAddress, 'issuer')
    .optional()
    .describe('Address of the sign-in of your organisation (OpenID Connect). With OIDC_CLIENT_ID.'),
  OIDC_CLIENT_ID: z.string().min(1, 'empty').optional().describe('Name of this installation at that sign-in.'),
  OIDC_CLIENT_SECRET: z
    .string()
    .min(1, 'empty')
    .optional()
    .describe('Its secret there; none where the sign-in asks none.'),
  OIDC_NAME: z
    .string()
    .trim()
    .min(1, 'empty')
    .max(60, 'long')
    .optional()
    .describe('What people call that sign-in, for the button: the name of your organisation.'),
  SECRET_KEY: z
    .string()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'key')
    .optional()
    .describe('Key for what the server keeps sealed: 32 bytes in base64, instead of the file secret.key in DATA_DIR.'),
  PRIVACY_CONTACT: z
    .string()
    .trim()
    .min(1, 'empty')
    .max(300, 'long')
    .optional()
    .describe('Who answers questions about personal data, on the privacy page: a name and an address.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'choice')
    .default('warn')
    .describe('How much the server writes to its log.'),
})

/** The settings of one process, read once and never changed. */
export type Config = Readonly<z.infer<typeof Config>>

/** Folder for the backups that the server makes by itself. */
export function backupFolderOf({ DATA_DIR, BACKUP_DIR }: Pick<Config, 'DATA_DIR' | 'BACKUP_DIR'>): string {
  return BACKUP_DIR ?? join(DATA_DIR, 'backups')
}

/** Every setting with its meaning, for `--help` and the README. */
export const SETTINGS: readonly { name: string; meaning: string }[] = Object.entries(Config.shape).map(
  ([name, schema]) => ({ name, meaning: schema.description ?? '' }),
)

/**
 * Reads the settings from environment variables. Each also has a form `<NAME>_FILE` that names a file with the value.
 *
 * @throws {StartError} `wrong-settings`, whose sentences name every wrong variable at once.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: Sentence[] = []
  const values: Record<string, string> = {}
  for (const { name } of SETTINGS) {
    const read = readSetting(env, name)
    if (typeof read === 'string') values[name] = read
    else if (read !== undefined) faults.push(read)
  }
  faults.push(...mailFaults(values))
  if ((values['OIDC_ISSUER'] === undefined) !== (values['OIDC_CLIENT_ID'] === undefined))
    faults.push(fault('together', 'OIDC_ISSUER', { other: 'OIDC_CLIENT_ID' }))
  const result = Config.safeParse(values)
  if (!result.success) faults.push(...result.error.issues.map(faultOf))
  if (faults.length > 0 || !result.success)
    throw new StartError('wrong-settings', { n: faults.length }, { sentences: faults })
  return Object.freeze(result.data)
}

function fault(code: string, name: string, variables: Sentence['variables'] = {}): Sentence {
  return { id: `setting-fault-${code}`, variables: { name, ...variables } }
}

function faultOf(issue: z.core.$ZodIssue): Sentence {
  const known = issue.code === 'invalid_value' ? issue.values.join(', ') : ''
  const most = issue.code === 'too_big' ? Number(issue.maximum) : MOST_MONTHS
  return fault(issue.message, issue.path.join('.'), { known, most })
}

/** A mail without a sender is refused everywhere, and one without an address to open is of no use. */
function mailFaults({ SMTP_URL, MAIL_FROM, PUBLIC_ORIGIN }: Record<string, string>): Sentence[] {
  if (SMTP_URL === undefined && MAIL_FROM === undefined) return []
  return [
    ...(SMTP_URL === undefined ? [fault('beside', 'SMTP_URL', { other: 'MAIL_FROM' })] : []),
    ...(MAIL_FROM === undefined ? [fault('beside', 'MAIL_FROM', { other: 'SMTP_URL' })] : []),
    // Never the name that a request asks for: whoever asks for another's link would choose where it leads.
    ...(PUBLIC_ORIGIN === undefined ? [fault('for-mail', 'PUBLIC_ORIGIN', { other: 'SMTP_URL' })] : []),
  ]
}

/** The value of one setting, or why it has none. */
function readSetting(env: Readonly<Record<string, string | undefined>>, name: string): string | Sentence | undefined {
  const [value, path] = [env[name], env[`${name}_FILE`]]
  if (value !== undefined && path !== undefined) return fault('both', name)
  try {
    const read = path === undefined ? value : readFileSync(path, 'utf8').trim()
    // Taken for none, an empty DATABASE_URL would start with another database than is meant.
    return read === '' ? fault('empty', name) : read
  } catch {
    return fault('file', name, { path: path ?? '' })
  }
}
