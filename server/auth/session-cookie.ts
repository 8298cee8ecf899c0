import '@fastify/cookie'
import type { FastifyReply } from 'fastify'
import { cookieNames } from '../plugins/access.ts'
import { SESSION_HOURS } from './session-length.ts'

/** Hands the browser its session: not readable by scripts, not sent along from other sites. */
export function setSessionCookie(reply: FastifyReply, secret: string, secure: boolean): void {
  reply.setCookie(cookieNames(secure).session, secret, { ...attributes(secure), maxAge: SESSION_HOURS * 3600 })
}

/**
 * Makes the browser forget its session, and the pages that the back button would bring up again. Never its storage:
 * there a phone keeps answers that have not arrived yet, and drafts. Nor all cookies: those are of every host under the
 * same domain, and of whoever answers a round in this browser.
 */
export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(cookieNames(secure).session, attributes(secure)).header('clear-site-data', '"cache"')
}

function attributes(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
}
