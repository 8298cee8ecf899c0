import type { Generated } from 'kysely'

/** An invitation: one person may become a member by its link. */
export interface InvitationTable {
  id: string
  tokenHash: string
  organisationId: string
  role: string
  until: string | null
  note: string | null
  createdBy: string
  createdAt: string
  expiresAt: string
  usedAt: string | null
  /** Where the product mails a link; null: whoever made the invitation passes the link on. */
  email: Generated<string | null>
  /** Hash of the link that was mailed; the one that was shown on the screen stays good beside it. */
  mailedHash: Generated<string | null>
}

/** Kinds of mail, each with its texts `mail-<kind>-...`. */
export const MAIL_KINDS = ['invitation', 'reset', 'password-changed', 'reminder', 'round'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** A mail that is to be sent, or was sent some days ago. Never a secret: tokens are made while sending. */
export interface MailTable {
  id: string
  kind: MailKind
  /** An address; null: the one that the user has when it is sent. */
  recipient: string | null
  /** Null: the language that the user has when it is sent. */
  locale: string | null
  /** Whose account it is about; null where that is not known, or nobody's. */
  userId: string | null
  invitationId: string | null
  /** What it is about, as JSON: ids and days. */
  parameters: string
  tries: number
  /** From when on somebody may try to send it; null: it was sent, or given up. */
  nextAt: string | null
  /** Later than this it would say what is no longer true, and is given up. */
  notAfter: string
  createdAt: string
  sentAt: string | null
  failedAt: string | null
}

/** A link to choose another password, or to switch reminders off. */
export interface LinkTable {
  tokenHash: string
  userId: string
  createdAt: string
  expiresAt: string
}

/** A day whose reminders were written. */
export interface ReminderDayTable {
  day: string
}
