import '@fastify/cookie'
import type { FastifyReply } from 'fastify'
import { cookieNames } from '../plugins/access.ts'

/** How long a session lasts, whatever happens in it. */
export const SESSION_HOURS = 12

/** Hands the browser its session: not readable by scripts, not sent along from other sites. */
export function setSessionCookie(reply: FastifyReply, secret: string, secure: boolean): void {
  reply.setCookie(cookieNames(secure).session, secret, { ...attributes(secure), maxAge: SESSION_HOURS * 3600 })
}

/** Makes the browser forget its session. */
export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(cookieNames(secure).session, attributes(secure))
}

function attributes(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
}
