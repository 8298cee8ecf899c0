import { expect, test } from 'vitest'
import { loadConfig } from '../../server/config.ts'
import { Privacy, Register } from '../../server/contract/privacy.ts'
import { columnsOf, tablesOf } from '../../server/data-inventory.ts'
import { privacyOf } from '../../server/privacy.ts'
import { signUp, startApp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'

const [sqlite] = DATABASES
if (sqlite === undefined) throw new Error('no database to test on')
const { open } = sqlite

test('what the settings say stands on the public page, without anything secret of them', async () => {
  const settings = {
    PRIVACY_CONTACT: 'Ans, ans@example.org',
    RETENTION_ANSWERS_MONTHS: '6',
    SMTP_URL: 'smtp://mailer:hush-hush@mail.example.org:587',
    MAIL_FROM: 'meervoud@example.org',
    PUBLIC_ORIGIN: 'https://meervoud.example.org',
  }
  const database = await open()
  const api = await startApp(database, { privacy: privacyOf(loadConfig(settings)) })
  const reply = await api.nobody.get('/api/privacy')
  expect(reply.text).not.toContain('hush-hush')
  const privacy = reply.as(Privacy)
  expect([privacy.contact, privacy.months]).toEqual(['Ans, ans@example.org', { answers: 6, texts: 12, audit: 24 }])
  expect(privacy.recipients).toEqual([
    { kind: 'operator', host: null },
    { kind: 'mail', host: 'mail.example.org' },
  ])
  expect(privacy.activities.find(({ purpose }) => purpose === 'assessment')).toMatchObject({
    subjects: expect.arrayContaining(['respondent']),
    terms: expect.arrayContaining(['answers', 'texts']),
  })
  await api.close()
  await database.close()
})

test('the register names every column with personal data, under one purpose, with how long it stays', async () => {
  const api = await startAppForTest(open)
  const alice = await signUp(api)
  const register = (await alice.client.get('/api/operator/register')).as(Register)
  const listed = register.activities.flatMap(({ tables }) =>
    tables.flatMap(({ table, personal }) => personal.map((column) => `${table}.${column}`)),
  )
  const kept = tablesOf().flatMap(([table, line]) =>
    [...columnsOf(line)].flatMap(([column, { isPersonal }]) => (isPersonal ? [`${table}.${column}`] : [])),
  )
  expect(listed.sort()).toEqual(kept.sort())
  expect(register.contact).toBeNull()
  expect(register.measures.length).toBeGreaterThan(5)
})

test('a term of retention that is no whole number of months is refused at the start', () => {
  for (const wrong of ['0', '-1', '1.5', '121', 'two'])
    expect(() => loadConfig({ RETENTION_TEXTS_MONTHS: wrong })).toThrow('wrong-settings')
})
