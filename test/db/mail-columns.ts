/** The columns of the tables of mail. */
export const MAIL_COLUMNS = {
  mail: {
    id: 'not null',
    kind: 'not null',
    recipient: 'null',
    locale: 'null',
    userId: 'null',
    invitationId: 'null',
    parameters: 'not null',
    tries: 'not null',
    nextAt: 'null',
    notAfter: 'not null',
    createdAt: 'not null',
    sentAt: 'null',
    failedAt: 'null',
  },
  passwordReset: { tokenHash: 'not null', userId: 'not null', createdAt: 'not null', expiresAt: 'not null' },
  reminderStop: { tokenHash: 'not null', userId: 'not null', createdAt: 'not null', expiresAt: 'not null' },
  reminderDay: { day: 'not null' },
} as const
