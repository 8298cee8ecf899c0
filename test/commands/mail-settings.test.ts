import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linesBelow } from '../../server/commands/terminal.ts'
import { loadConfig } from '../../server/config.ts'
import { StartError } from '../../server/start-error.ts'
import { Mailbox } from '../support/mailbox.ts'
import { type CommandPlace, placeFor, run } from './run.ts'

const PUBLIC_ORIGIN = 'https://meervoud.example.org'
const MAIL_FROM = 'Meervoud <meervoud@example.org>'

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    if (error instanceof StartError) return linesBelow(error, 'en')
    throw error
  }
}

describe('the settings for mail', () => {
  test('belong together, with the address for the links', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ SMTP_URL: 'smtp://localhost', MAIL_FROM, PUBLIC_ORIGIN })).toEqual([])
    expect(faultsOf({ SMTP_URL: 'smtp://localhost' })).toEqual([
      'MAIL_FROM is needed beside SMTP_URL.',
      'PUBLIC_ORIGIN is needed beside SMTP_URL, for the links in mail.',
    ])
    expect(faultsOf({ MAIL_FROM, PUBLIC_ORIGIN })).toEqual(['SMTP_URL is needed beside MAIL_FROM.'])
  })

  test('name no password when they are wrong', () => {
    const faults = faultsOf({ SMTP_URL: 'smtp://u:s3cr3t@h?tls=no', MAIL_FROM: 'nobody', PUBLIC_ORIGIN })
    expect(faults).toHaveLength(2)
    expect(faults.join()).not.toContain('s3cr3t')
  })
})

describe('doctor about mail', () => {
  let place: CommandPlace
  beforeAll(async () => {
    place = await placeFor()
  })
  afterAll(() => place.remove())

  test('is content without a mail server, and with one that answers; else it asks for attention', async () => {
    const { out: without } = await run(['doctor'], place.env)
    expect(without).toMatch(/^ok +No mail server is set\./m)
    const mailbox = await Mailbox.start()
    const env = { ...place.env, SMTP_URL: mailbox.url, MAIL_FROM, PUBLIC_ORIGIN }
    expect((await run(['doctor'], env)).out).toMatch(/^ok +The mail server 127\.0\.0\.1:\d+ answers\.$/m)
    await mailbox.stop()
    const { code, out } = await run(['doctor'], env)
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^attention The mail server 127\.0\.0\.1:\d+ does not answer/m),
    ])
  })

  test('says nothing of the password that the mail server refuses', async () => {
    const mailbox = await Mailbox.start({
      authOptional: false,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('no')),
    })
    const SMTP_URL = mailbox.url.replace('://', '://meervoud:s3cr3t@')
    const { out, err } = await run(['doctor'], { ...place.env, SMTP_URL, MAIL_FROM, PUBLIC_ORIGIN })
    expect(out).toMatch(/^attention The mail server/m)
    expect(out + err).not.toContain('s3cr3t')
    await mailbox.stop()
  })
})
