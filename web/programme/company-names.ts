import type { InstrumentOf } from '../../server/contract/participations.ts'
import { locale } from '../i18n/locale.ts'
import { hasText, t } from '../i18n/texts.ts'
import { readInstrument } from '../interventions/instrument-of.ts'
import { type Names, namesOf } from '../results/names.ts'
import './company-texts.ts'
import './parks-texts.ts'
import './sector-texts.ts'

/** What an instrument calls its parts, and their order. Codes stand for themselves where the instrument is not here. */
export interface Parts {
  readonly names: () => Names
  readonly dimensions: readonly string[]
}

const CODE = (code: string) => code
const NO_NAMES: Names = {
  dimension: CODE,
  perspective: CODE,
  horizon: CODE,
  step: String,
  item: () => undefined,
  topic: CODE,
}

/** Reads the names of the instrument that a programme collects; null while nothing was collected. */
export async function readParts(collected: InstrumentOf | null, signal: AbortSignal): Promise<Parts> {
  const { id, version } = collected ?? { id: '', version: null }
  if (version === null) return { names: () => NO_NAMES, dimensions: [] }
  const instrument = await readInstrument({ id, version }, signal)
  return { names: () => namesOf(instrument, locale()), dimensions: instrument.dimensions }
}

/** What a perspective is called; `all` is both together. */
export function perspectiveText(names: Names, code: string): string {
  return code === 'all' ? t('programme-company-preview-together') : names.perspective(code)
}

/** A sector in words where they are known, else by its letter. */
export function sectorText(sector: string): string {
  const id = `sector-${sector}`
  return hasText(id) ? t(id) : t('programme-company-sector', { sector })
}

/** Codes in the order of the instrument; what it does not know comes last. */
export function inOrder(codes: Iterable<string>, order: readonly string[]): string[] {
  const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length)
  return [...new Set(codes)].toSorted((a, b) => place(a) - place(b))
}
