import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import * as z from 'zod'
import { isIssuerAddress } from './auth/issuer-address.ts'
import { readSender, readSmtpUrl } from './mail/settings.ts'
import { StartError } from './start-error.ts'

const wholeNumber = (pattern: RegExp, message: string) => z.string().regex(pattern, message).transform(Number)
const months = (most: number, usual: number) =>
  wholeNumber(/^\d{1,3}$/, `must be a number of months from 1 to ${most}`)
    .refine((number) => number >= 1 && number <= most, `must be a number of months from 1 to ${most}`)
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
  PORT: wholeNumber(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535')
    .default(3000)
    .describe('Port that the server listens on.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address that the server listens on.'),
  DATA_DIR: z.string().min(1).default('data/local').describe('Folder for the embedded database and its backups.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'must start with postgres://')
    // Its client would take "one,two" for one name, and look for it in vain.
    .refine((url) => !namesSeveralHosts(url), 'must name one host: several stand behind HAProxy')
    .optional()
    .describe('PostgreSQL instead of the embedded database: postgres://user:password@host/name'),
  PUBLIC_ORIGIN: z
    .string()
    .regex(/^https?:\/\/[^/\s]+$/, 'must be an origin such as https://meervoud.example.org, without a path')
    .optional()
    .describe('Address under which people open the product, for links and cookies.'),
  TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((part) => part.trim()))
    .refine((list) => list.every(isNetwork), 'must be addresses or ranges with commas between: 127.0.0.1,10.0.0.0/8')
    .optional()
    .describe('Proxies whose X-Forwarded-For, -Proto and -Host are believed: addresses and ranges.'),
  SETUP_TOKEN: z
    .string()
    .min(32, 'must be at least 32 characters')
    .optional()
    .describe('A known set-up token instead of a printed one.'),
  LAN_PORT: wholeNumber(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535')
    .default(3080)
    .describe('Port for participants on the local network, used with --lan.'),
  TLS_CERT: z
    .string()
    .optional()
    .describe('Certificate (PEM) for participants on the local network, used with --lan and TLS_KEY.'),
  TLS_KEY: z.string().optional().describe('Private key (PEM) that belongs to TLS_CERT.'),
  BACKUP_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('Folder for the backups that the server makes by itself; best on another disk (DATA_DIR/backups).'),
  SMTP_URL: z
    .string()
    .refine((url) => readSmtpUrl(url) !== undefined, 'must be smtp://user:password@host:587 or smtps://..., no options')
    .optional()
    .describe('Mail server: smtp://user:password@host:587 or smtps://... With MAIL_FROM and PUBLIC_ORIGIN.'),
  MAIL_FROM: z
    .string()
    .refine((from) => readSender(from) !== undefined, 'must be an address, or Name <address>')
    .optional()
    .describe('Address that mail comes from: name@example.org or Name <name@example.org>'),
  RETENTION_ANSWERS_MONTHS: months(120, 24).describe(
    'Months after closing a round until the answers of each person are deleted; what was released stays.',
  ),
  RETENTION_TEXTS_MONTHS: months(120, 12).describe(
    'Months after closing a round until what people wrote in words on phones is deleted.',
  ),
  RETENTION_AUDIT_MONTHS: months(120, 24).describe('Months until entries of the log of events are deleted.'),
  SECOND_FACTOR: z
    .enum(['optional', 'required'])
    .default('optional')
    .describe('Whether everybody with an account needs a second factor to sign in: optional or required.'),
  OIDC_ISSUER: z
    .string()
    .refine(isIssuerAddress, 'must be an https address (http only for localhost), as the organisation writes it')
    .optional()
    .describe('Address of the sign-in of your organisation (OpenID Connect). With OIDC_CLIENT_ID.'),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('Name of this installation at that sign-in.'),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('Its secret there; none where the sign-in asks none.'),
  OIDC_NAME: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .describe('What people call that sign-in, for the button: the name of your organisation.'),
  SECRET_KEY: z
    .string()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 random bytes in base64')
    .optional()
    .describe('Key for what the server keeps sealed: 32 bytes in base64, instead of the file secret.key in DATA_DIR.'),
  PRIVACY_CONTACT: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .optional()
    .describe('Who answers questions about personal data, on the privacy page: a name and an address.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
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
 * @throws {StartError} `wrong-settings`, whose details name every wrong variable at once.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = []
  const values: Record<string, string> = {}
  for (const { name } of SETTINGS) {
    const value = readSetting(env, name, faults)
    if (value !== undefined) values[name] = value
  }
  faults.push(...mailFaults(values))
  if ((values['OIDC_ISSUER'] === undefined) !== (values['OIDC_CLIENT_ID'] === undefined))
    faults.push('OIDC_ISSUER and OIDC_CLIENT_ID are needed together')
  const result = Config.safeParse(values)
  if (!result.success) {
    for (const issue of result.error.issues) {
      if (!faults.some((fault) => fault.startsWith(`${issue.path.join('.')}_FILE`))) {
        faults.push(`${issue.path.join('.')} ${issue.message}`)
      }
    }
  }
  if (faults.length > 0 || !result.success)
    throw new StartError('wrong-settings', { n: faults.length }, { details: faults })
  return Object.freeze(result.data)
}

/** A mail without a sender is refused everywhere, and one without an address to open is of no use. */
function mailFaults({ SMTP_URL, MAIL_FROM, PUBLIC_ORIGIN }: Record<string, string>): string[] {
  if (SMTP_URL === undefined && MAIL_FROM === undefined) return []
  return [
    ...(SMTP_URL === undefined ? ['SMTP_URL is needed beside MAIL_FROM'] : []),
    ...(MAIL_FROM === undefined ? ['MAIL_FROM is needed beside SMTP_URL'] : []),
    // Never the name that a request asks for: whoever asks for another's link would choose where it leads.
    ...(PUBLIC_ORIGIN === undefined ? ['PUBLIC_ORIGIN is needed beside SMTP_URL, for the links in mail'] : []),
  ]
}

function readSetting(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  faults: string[],
): string | undefined {
  const file = env[`${name}_FILE`]
  if (file === undefined) return env[name]
  if (env[name] !== undefined) {
    faults.push(`${name}_FILE and ${name} are both set`)
    return undefined
  }
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    faults.push(`${name}_FILE names a file that cannot be read: ${file}`)
    return undefined
  }
}
