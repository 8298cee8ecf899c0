import type { EntryBody, EntryKind } from '../../server/contract/reflections.ts'
import { CARD_LENGTH } from '../../server/contract/room-limits.ts'

/** A part of a card that somebody types. */
export type CardField = 'text' | 'situation' | 'effect' | 'need' | 'place' | 'contact'

const FIELDS: Partial<Readonly<Record<EntryKind, readonly CardField[]>>> = {
  driver: ['situation', 'effect', 'need'],
  'bright-spot': ['text', 'place', 'contact'],
}

/** Longest text of each part, in characters, as the server takes it. */
const LENGTHS: Partial<Readonly<Record<CardField, number>>> = { place: 200, contact: 200 }

/** The parts of a card of this kind that somebody types, in their order. */
export function fieldsOf(kind: EntryKind): readonly CardField[] {
  return FIELDS[kind] ?? ['text']
}

/** Longest text of a part of a card, in characters. */
export function longestOf(field: CardField): number {
  return LENGTHS[field] ?? CARD_LENGTH
}

/** A card of this kind on which nothing has been written. */
export function blankBody(kind: EntryKind): EntryBody {
  switch (kind) {
    case 'driver':
      return { kind, situation: '', effect: '', need: '' }
    case 'force':
      return { kind, text: '', lens: null, pull: null }
    case 'bright-spot':
      return { kind, text: '', place: '', contact: '', exampleId: null }
    default:
      return { kind, text: '' }
  }
}

/** What stands in one part of a card; '' for a part that this kind of card does not have. */
export function wordsIn(body: EntryBody, field: CardField): string {
  const value: unknown = Reflect.get(body, field)
  return typeof value === 'string' ? value : ''
}

/** The same card with other words in one part. */
export function withValue(body: EntryBody, field: CardField, value: string): EntryBody {
  return { ...body, [field]: value }
}

/** Everything that somebody typed on a card, as one line: for searching, and for naming it. */
export function plainText(body: EntryBody): string {
  return fieldsOf(body.kind)
    .map((field) => wordsIn(body, field).trim())
    .filter((value) => value !== '')
    .join(' ')
}

/** Whether nothing has been typed on a card. */
export function isBlank(body: EntryBody): boolean {
  return plainText(body) === ''
}

/** The first words of a card, to name its buttons for who does not see it. */
export function shortText(body: EntryBody): string {
  const text = plainText(body)
  return text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`
}
