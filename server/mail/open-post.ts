import type { Chore } from '../chores.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/open.ts'
import { remind } from '../services/reminders.ts'
import { MailServer } from './mail-server.ts'
import { Post, type PostDeps } from './post.ts'
import { mailSettingsOf } from './settings.ts'

const SECOND = 1000

/** The post of this process; undefined where the settings name no mail server. */
export function openPost(
  config: Pick<Config, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_ORIGIN' | 'OIDC_ISSUER'>,
  deps: Pick<PostDeps, 'database' | 'now' | 'log'>,
): Post | undefined {
  const settings = mailSettingsOf(config)
  if (settings === undefined || config.PUBLIC_ORIGIN === undefined) return undefined
  const [origin, hasIssuer] = [config.PUBLIC_ORIGIN, config.OIDC_ISSUER !== undefined]
  return new Post({ ...deps, origin, hasIssuer, server: new MailServer(settings) })
}

/** What is sent without anybody asking at that moment: what waits for another try, and the reminders of the day. */
export function mailChores(mail: Post | undefined, database: Database, now: () => Date): Chore[] {
  if (mail === undefined) return []
  return [
    { name: 'send mail', every: 30 * SECOND, run: () => mail.deliver() },
    { name: 'write reminders', every: 300 * SECOND, run: () => remind({ db: database.db, now, mail }) },
  ]
}
