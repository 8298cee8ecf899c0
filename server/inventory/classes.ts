import type { Purpose, Term } from '../contract/privacy.ts'
import type { ColumnName, Tables } from '../db/tables.ts'

/** Whom a row is about. `secret`: it opens something, and is kept as a hash. */
export type About = 'member' | 'respondent' | 'organisation' | 'installation' | 'secret'

/** What takes it away. */
export type Eraser = 'account' | 'organisation' | 'respondent' | 'retention' | 'chore' | 'nothing'

/**
 * What becomes of a column that names a user when that account is erased: the row goes, it names a former member, it
 * names nobody, or it keeps the bare id, which then leads to nothing.
 */
export type UserColumn = 'gone' | 'former' | 'nobody' | 'kept'

/** Why something does not leave with an export. */
export type LeftOut =
  /** It opens something, or proves something by being secret. */
  | 'secret'
  /** It says nothing about a person. */
  | 'not-personal'
  /** It belongs to an account, not to the organisation. */
  | 'of-the-account'
  /** Nobody was promised to read it: single anonymous answers, who gave which dots. */
  | 'nobody-reads-it'
  /** Who answers on a phone has no account; the phone shows the own answers. */
  | 'no-account'
  /** It is of this moment, or only the product counts with it. */
  | 'technical'
  /** It leaves by a download of its own: it is about a programme and the companies in it. */
  | 'downloaded'
  /** The same stands elsewhere in the export. */
  | 'repeated'
  /** It is about the installation. */
  | 'of-the-installation'

/** What is known of a column. */
export interface ColumnClass {
  readonly isPersonal: boolean
  /** Export about one person: `exported`, or why not. */
  readonly person: 'exported' | LeftOut
  /** Export of an organisation: `exported`, or why not. */
  readonly organisation: 'exported' | LeftOut
}

const line = (isPersonal: boolean, person: ColumnClass['person'], organisation: ColumnClass['organisation']) => ({
  isPersonal,
  person,
  organisation,
})

/** The kinds of columns that there are. */
export const CLASSES = {
  /** Of an account, for its holder. */
  own: line(true, 'exported', 'of-the-account'),
  /** Made by a member, or about one, in an organisation. */
  member: line(true, 'exported', 'exported'),
  /** By a member; the organisation sees what came of it, not who did it. */
  voice: line(true, 'exported', 'nobody-reads-it'),
  /** By a member; only the newest writer counts, and that is of this moment. */
  trace: line(true, 'exported', 'technical'),
  /** Of the organisation, about nobody in particular. */
  common: line(false, 'not-personal', 'exported'),
  /** Given on a phone in an open round, under a name. */
  named: line(true, 'no-account', 'exported'),
  /** Given on a phone, for nobody to read by itself. */
  phone: line(true, 'no-account', 'nobody-reads-it'),
  /** A person's, and it opens something. */
  secret: line(true, 'secret', 'secret'),
  /** About a company and a programme, or published by one, and by nobody in particular. */
  linked: line(false, 'not-personal', 'downloaded'),
  /** The same, with who did it. */
  linking: line(true, 'exported', 'downloaded'),
  /** What one company gave to a programme, for nobody there to read by itself. */
  given: line(false, 'not-personal', 'nobody-reads-it'),
  technical: line(false, 'technical', 'technical'),
  repeated: line(false, 'not-personal', 'repeated'),
  installation: line(false, 'of-the-installation', 'of-the-installation'),
} as const satisfies Record<string, ColumnClass>
/** One of them. */
export type ClassName = keyof typeof CLASSES

/** A table as `server/inventory` writes it down: each column stands once, under its class. */
export interface TableLine<Column extends string = string> {
  readonly purpose: Purpose
  readonly about: About
  readonly term: Term
  readonly erasedBy: readonly Eraser[]
  /** Columns that name a user. */
  readonly users?: Readonly<Partial<Record<Column, UserColumn>>>
  /**
   * Columns in which nobody but the user of the row ever writes. Of an organisation in which somebody is no member any
   * more, only these leave with the export about that person, with ids, times, and the columns that name the user.
   */
  readonly alone?: readonly Column[]
  /** Columns that hold what people wrote on phones in words, and go sooner. */
  readonly texts?: readonly Column[]
  readonly columns: Readonly<Partial<Record<ClassName, readonly Column[]>>>
}

/** The list of all tables. */
export type Inventory = {
  readonly [Table in keyof Tables]: TableLine<ColumnName<Table>>
}
