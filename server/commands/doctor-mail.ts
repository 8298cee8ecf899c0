import type { Config } from '../config.ts'
import { MailServer } from '../mail/mail-server.ts'
import { failureCode } from '../mail/post.ts'
import { mailSettingsOf } from '../mail/settings.ts'
import type { Finding } from './doctor-checks.ts'

/** Whether the mail server of the settings lets us in; no mail at all is fine. Nothing is sent. */
export async function mailFinding(config: Config): Promise<Finding> {
  const settings = mailSettingsOf(config)
  if (settings === undefined) return { state: 'ok', id: 'doctor-mail-none' }
  const variables = { host: `${settings.host}:${settings.port}` }
  try {
    await new MailServer(settings).check()
    return { state: 'ok', id: 'doctor-mail', variables }
  } catch (error) {
    return { state: 'attention', id: 'doctor-mail-silent', variables, details: [failureCode(error)] }
  }
}
