import type { Locale } from '../i18n/locale.ts'
import type { Material } from '../report/material.ts'
import { tellingOf } from '../report/telling.ts'
import type { Words } from '../results/words.ts'
import { deckOf } from './deck.ts'
import { writeDeck } from './write-deck.ts'

/** Makes the PowerPoint file of a round's result. It and all that it needs is fetched when somebody wants it. */
export function makeDeck(material: Material, language: Locale, words: Words): Promise<Uint8Array<ArrayBuffer>> {
  return writeDeck(deckOf(tellingOf(material, language, words)))
}
