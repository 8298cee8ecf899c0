import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { StartError } from './start-error.ts'

const wholeNumber = (pattern: RegExp, message: string) => z.string().regex(pattern, message).transform(Number)

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
    .optional()
    .describe('PostgreSQL instead of the embedded database: postgres://user:password@host/name'),
  PUBLIC_ORIGIN: z
    .string()
    .regex(/^https?:\/\/[^/\s]+$/, 'must be an origin such as https://meervoud.example.org, without a path')
    .optional()
    .describe('Address under which people open the product, for links and cookies.'),
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
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('warn')
    .describe('How much the server writes to its log.'),
})

/** The settings of one process, read once and never changed. */
export type Config = Readonly<z.infer<typeof Config>>

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
