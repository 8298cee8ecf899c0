import { html, nothing, type TemplateResult } from 'lit'
import type { OpenInvitation } from '../../server/contract/accounts.ts'
import { access } from '../app/access.ts'
import { type FieldRule, type Form, textOf } from '../app/form.ts'
import { LOCALES, locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { EMAIL } from '../pages/account-rules.ts'
import { selectField, textField } from './fields.ts'
import './letters-texts.ts'

/** Where an invitation is mailed; empty is nowhere. */
export const MAIL_TO: FieldRule = {
  field: 'email',
  fault: 'letters-fault-invite-email',
  holds: (value, values) => value.trim() === '' || (EMAIL.holds?.(value, values) ?? true),
}

/** The fields for mailing an invitation; nothing where the installation sends no mail. */
export function inviteMailFields(form: Form): TemplateResult | typeof nothing {
  if (access().start?.canMail !== true) return nothing
  return html`${textField(form, { name: 'email', type: 'email', label: t('letters-invite-email'), hint: t('letters-invite-email-hint') })}
  ${selectField(form, {
    name: 'locale',
    label: t('letters-invite-locale'),
    options: LOCALES.map((known) => ({ value: known, label: t(`account-language-${known}`) })),
    chosen: [locale()],
  })}`
}

/** What the form for an invitation says about itself. */
export function inviteIntro(): string {
  return access().start?.canMail === true ? t('letters-invite-intro') : t('account-invite-intro')
}

/** What was filled in there, for the call that invites. */
export function inviteMailOf(values: FormData): { email?: string; locale?: string } {
  const email = textOf(values, 'email')
  return email === '' ? {} : { email, locale: textOf(values, 'locale') }
}

/** Whether the link is on its way; nothing for an invitation that is not mailed. */
export function mailNote({ mail }: Pick<OpenInvitation, 'mail'>): TemplateResult | typeof nothing {
  if (mail === null) return nothing
  return html`<p class=${mail.state === 'failed' ? 'fault' : 'muted'}>${t(`letters-invite-${mail.state}`, { email: mail.to })}</p>`
}
