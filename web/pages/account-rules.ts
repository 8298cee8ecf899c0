import type { FieldRule } from '../app/form.ts'

/** An email address. This rule and the others here are shared by forms; the server has the last word on each. */
export const EMAIL: FieldRule = {
  field: 'email',
  fault: 'account-fault-email',
  holds: (value) => /^\s*\S+@\S+\.\S+\s*$/.test(value) && value.length <= 254,
  codes: ['email-taken'],
}
/** A password that somebody chooses. */
export const NEW_PASSWORD: FieldRule = {
  field: 'password',
  fault: 'account-fault-password',
  holds: (value) => value.length >= 12 && value.length <= 256,
  codes: ['common-password'],
}
/** A password that somebody has already. */
export const PASSWORD: FieldRule = {
  field: 'password',
  fault: 'account-fault-password-empty',
  holds: (value) => value !== '',
}
/** The name of a person. */
export const NAME: FieldRule = { field: 'name', fault: 'account-fault-name', holds: isName }
/** The name of an organisation. */
export const ORGANISATION: FieldRule = { field: 'organisation', fault: 'account-fault-organisation', holds: isName }
/** Whom an invitation is for; empty is nobody in particular. */
export const NOTE: FieldRule = {
  field: 'note',
  fault: 'account-fault-note',
  holds: (value) => value.trim().length <= 120,
}
/** The last day of an access; empty is none. */
export const UNTIL: FieldRule = {
  field: 'until',
  fault: 'account-fault-until',
  holds: (value) => value === '' || Date.parse(endOfDay(value)) > Date.now(),
}

/** The end of a day, where the reader is, as the server writes times. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString()
}

/** Whether something will do as the name of a person, an organisation or a thing. */
export function isName(value: string): boolean {
  const name = value.trim()
  return name.length >= 1 && name.length <= 120
}
