import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from './run.ts'

const WRONG = {
  PORT: '70000',
  RETENTION_TEXTS_MONTHS: '0',
  HOST: '',
  OIDC_NAME: 'x'.repeat(61),
  SETUP_TOKEN: 'short',
  LOG_LEVEL: 'loud',
  DATABASE_URL: 'mysql://here',
  PUBLIC_ORIGIN: 'https://example.org/meervoud',
  TRUST_PROXY: 'everybody',
  SMTP_URL: 'mail.example.org',
  OIDC_ISSUER: 'http://example.org',
  SECRET_KEY: 'short',
  TLS_CERT: 'text',
  TLS_CERT_FILE: 'cert.pem',
  TLS_KEY_FILE: join('no', 'such.pem'),
}
const wrongIn = async (locale: 'nl' | 'en', env: Record<string, string> = WRONG) => {
  const { code, err } = await run(['serve'], env, locale)
  expect(code).toBe(1)
  return err.split('\n')
}

describe('wrong settings', () => {
  test('are all said at once in the language of the terminal, each by its name', async () => {
    const [[head, ...lines], [kop, ...regels]] = [await wrongIn('en'), await wrongIn('nl')]
    expect([head, kop]).toEqual(['16 settings are wrong:', '16 instellingen kloppen niet:'])
    for (const said of [lines, regels]) {
      expect(said).toHaveLength(16)
      for (const name of [...Object.keys(WRONG), 'MAIL_FROM', 'OIDC_CLIENT_ID'].filter(
        (one) => one !== 'TLS_CERT_FILE',
      ))
        expect(said.filter((line) => new RegExp(`\\b${name}\\b`).test(line))).not.toEqual([])
    }
    expect(regels).toContain('  PORT moet een poortnummer zijn van 0 tot en met 65535.')
    expect(regels).toContain('  RETENTION_TEXTS_MONTHS moet een aantal maanden zijn van 1 tot en met 120.')
    expect(lines).toContain('  OIDC_NAME is too long: at most 60 characters.')
    expect(lines).toContain('  LOG_LEVEL must be one of: fatal, error, warn, info, debug, trace, silent')
    expect(lines.filter((line) => regels.includes(line))).toEqual([])
  })

  test('an empty one is called empty, and is never taken for none: another database would be used', async () => {
    const env = { DATABASE_URL: '', OIDC_CLIENT_SECRET: '' }
    expect(await wrongIn('nl', env)).toEqual([
      '2 instellingen kloppen niet:',
      '  DATABASE_URL is leeg. Geef een waarde, of laat deze instelling weg.',
      '  OIDC_CLIENT_SECRET is leeg. Geef een waarde, of laat deze instelling weg.',
    ])
  })
})
