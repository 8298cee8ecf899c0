import type { Inventory } from './classes.ts'

/** What happened, and what keeps the installation going. */
export const RUNNING = {
  instrumentVersion: {
    purpose: 'running',
    about: 'installation',
    term: 'installation',
    erasedBy: ['nothing'],
    columns: { installation: ['id', 'version', 'contentHash', 'addedAt'] },
  },
  auditEvent: {
    purpose: 'log',
    about: 'member',
    term: 'audit',
    erasedBy: ['organisation', 'retention'],
    users: { userId: 'kept' },
    alone: ['action', 'object'],
    columns: {
      member: ['organisationId', 'at', 'userId', 'action', 'object'],
      technical: ['id', 'number', 'previousHash', 'hash'],
    },
  },
  systemEvent: {
    purpose: 'log',
    about: 'member',
    term: 'audit',
    erasedBy: ['retention'],
    users: { userId: 'kept' },
    columns: { own: ['at', 'userId', 'action', 'object'], technical: ['id', 'number', 'previousHash', 'hash'] },
  },
  auditHead: {
    purpose: 'log',
    about: 'organisation',
    term: 'organisation',
    erasedBy: ['organisation'],
    columns: { technical: ['chain', 'organisationId', 'number', 'hash', 'startNumber', 'startHash'] },
  },
  auditDoor: {
    purpose: 'log',
    about: 'installation',
    term: 'minutes',
    erasedBy: ['retention'],
    columns: { technical: ['chain'] },
  },
  attempt: {
    purpose: 'running',
    about: 'secret',
    term: 'day',
    erasedBy: ['chore'],
    columns: { secret: ['key'], technical: ['windowStart', 'count'] },
  },
  reachCheck: {
    purpose: 'running',
    about: 'member',
    term: 'day',
    erasedBy: ['account', 'chore'],
    users: { userId: 'gone' },
    columns: { own: ['userId', 'expiresAt', 'lastAt'], secret: ['codeHash'], technical: ['id', 'reached'] },
  },
  erasure: {
    purpose: 'running',
    about: 'installation',
    term: 'installation',
    erasedBy: ['nothing'],
    columns: { installation: ['id', 'kind', 'erased', 'at', 'sweptAt'] },
  },
  erasureRequest: {
    purpose: 'running',
    about: 'organisation',
    term: 'organisation',
    erasedBy: ['organisation'],
    users: { requestedBy: 'former' },
    columns: { trace: ['organisationId', 'requestedBy', 'requestedAt', 'dueAt'] },
  },
  retention: {
    purpose: 'running',
    about: 'organisation',
    term: 'organisation',
    erasedBy: ['organisation'],
    columns: { technical: ['organisationId', 'day', 'doneAt', 'sheets', 'texts', 'events', 'sweptAt'] },
  },
} satisfies Partial<Inventory>
