import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { CommandProcess, placeFor, run } from './run.ts'

test('doctor says that the second lock holds, and which tables lost it', async () => {
  const place = await placeFor('PostgreSQL')
  expect((await run(['doctor'], place.env)).out).toMatch(/^ok +The database itself keeps organisations apart too/m)
  await place.look(({ db }) => sql`alter table sheet disable row level security`.execute(db))
  const { out, code } = await run(['doctor'], place.env)
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^attention One table of organisations has no row-level security/m),
  ])
  expect(out).toMatch(/^ {12}sheet$/m)
  await place.remove()
})

test('doctor and the start say it to whoever gave Meervoud a superuser', async () => {
  const place = await placeFor('PostgreSQL')
  const own = new URL(place.env['DATABASE_URL'] ?? '')
  const url = new URL(inject('postgresSuperUrl'))
  url.pathname = own.pathname
  const env = {
    ...place.env,
    DATABASE_URL: url.href,
    PORT: '0',
    SETUP_TOKEN: 'x'.repeat(40),
    SECRET_KEY: Buffer.alloc(32).toString('base64'),
  }
  const sentence = /The role meervoud passes by row-level security: the second lock/
  expect((await run(['doctor'], env)).out).toMatch(new RegExp(`^attention ${sentence.source}`, 'm'))
  expect((await run(['doctor'], env, 'nl')).out).toMatch(/De rol meervoud gaat voorbij aan row-level security/)
  const started = new CommandProcess(['serve'], env)
  await started.says(/Meervoud is ready/)
  expect((await started.stop()).err).toMatch(sentence)
  await place.remove()
})
