import { sql } from 'kysely'
import type { SMTPServerOptions } from 'smtp-server'
import { inject, onTestFinished } from 'vitest'
import type { AppDeps } from '../../server/app.ts'
import type { Database } from '../../server/db/open.ts'
import { MailServer } from '../../server/mail/mail-server.ts'
import { Post } from '../../server/mail/post.ts'
import { readSmtpUrl } from '../../server/mail/settings.ts'
import { startApp, type TestApp } from './app.ts'
import type { DatabaseKind } from './databases.ts'
import { MAIL_ORIGIN, Mailbox } from './mailbox.ts'

/** The application with a mail server, each of its own. */
export interface MailApp extends TestApp {
  readonly mailbox: Mailbox
  readonly post: Post
  /** Every line that the post wrote to the log. */
  readonly logged: string[]
}

/** The application on an empty database, with a mail server, for the test at hand: all are closed when it has finished. */
export async function startMailApp(
  open: DatabaseKind['open'],
  changes: Partial<AppDeps> = {},
  options: SMTPServerOptions = {},
): Promise<MailApp> {
  const [database, mailbox] = [await open(), await Mailbox.start(options)]
  const logged: string[] = []
  // The clock is the application's, which is made after the post.
  const post: Post = postFor(database, mailbox, () => api.clock.now(), logged)
  const api: TestApp = await startApp(database, { mail: post, ...changes })
  onTestFinished(async () => {
    await post.stop()
    await api.close()
    await mailbox.stop()
    await database.close()
  })
  return { ...api, mailbox, post, logged }
}

/** A post as each process has one. */
export function postFor(
  database: Database,
  { url }: Pick<Mailbox, 'url'>,
  now: () => Date,
  logged: string[] = [],
): Post {
  const settings = readSmtpUrl(url)
  if (settings === undefined) throw new Error(`${url} is no mail server`)
  const from = { name: 'Meervoud', address: 'meervoud@example.org' }
  const note = (about: object, message: string) => logged.push(`${message} ${JSON.stringify(about)}`)
  const server = new MailServer({ ...settings, from })
  return new Post({
    database,
    now,
    origin: MAIL_ORIGIN,
    hasIssuer: true,
    server,
    log: () => ({ warn: note, error: note }),
  })
}

/** Where a database is, for another process to open; undefined for the embedded one, which has one process. */
export async function databaseUrlOf({ db, kind }: Database): Promise<string | undefined> {
  if (kind === 'sqlite') return undefined
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${rows[0]?.name ?? ''}`
  return url.href
}
