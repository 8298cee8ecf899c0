import { onTestFinished } from 'vitest'
import { Issuer } from '../../server/auth/issuer.ts'
import { OidcStarted } from '../../server/contract/oidc.ts'
import { startApp, type TestApp } from './app.ts'
import type { Client, Reply } from './client.ts'
import type { HandMadeIssuer } from './hand-made-issuer.ts'

/** Where the applications under test are come back to. */
export const HOME = 'http://localhost/api/oidc/callback'

/** What an issuer says of Dirk. */
export const DIRK = { email: 'dirk@example.org', email_verified: true, name: 'Dirk de Vries', locale: 'en-GB' }

/** One more application on the same database, where people come in through this issuer; closed after the test. */
export async function withIssuer(
  { database, clock }: TestApp,
  { origin, clientSecret }: { readonly origin: string; readonly clientSecret: string },
  changes: Parameters<typeof startApp>[1] = {},
): Promise<TestApp> {
  const issuer = new Issuer({ issuer: origin, clientId: 'meervoud', clientSecret, name: 'Work' })
  const app = await startApp(database, { issuer, now: clock.now, ...changes })
  onTestFinished(() => app.close())
  return { ...app, clock }
}

/** Begins a journey: where the browser is sent, and the browser with the cookie that binds the journey to it. */
export async function begin(
  client: Client,
  body: object = {},
  path: 'start' | 'link' = 'start',
): Promise<{ url: string; browser: Client }> {
  const reply = await client.post(`/api/oidc/${path}`, body)
  const { url } = reply.as(OidcStarted)
  const cookie = [client.headers['cookie'], `mvo=${reply.cookie('mvo')}`].filter(Boolean).join('; ')
  return { url, browser: client.with({ cookie }) }
}

/** A whole journey to this issuer and back: what the browser gets in the end. */
export async function journeyTo(
  issuer: HandMadeIssuer,
  client: Client,
  body: object = {},
  path: 'start' | 'link' = 'start',
): Promise<Reply> {
  const { url, browser } = await begin(client, body, path)
  return browser.get(issuer.signIn(url))
}
