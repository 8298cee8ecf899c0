import type { Park } from '../../server/contract/parks.ts'
import { formatNumber, t } from '../i18n/texts.ts'

/** Hectares with one decimal, as the language writes them. */
export function hectaresText(hectares: number): string {
  return formatNumber(hectares, 1)
}

/** What is known of a park, in one line; what is not known is left out. */
export function factsLine({
  kind,
  hectaresGross,
  hectaresNet,
}: Pick<Park, 'kind' | 'hectaresGross' | 'hectaresNet'>): string {
  const parts = [
    kind === null ? undefined : t('parks-kind', { kind }),
    hectaresGross === null ? undefined : t('parks-gross', { hectares: hectaresText(hectaresGross) }),
    hectaresNet === null ? undefined : t('parks-net', { hectares: hectaresText(hectaresNet) }),
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? t('parks-nothing-known') : parts.join(', ')
}

/** Whether a park is meant by what somebody types to find it. */
export function isFound(
  { name, municipality, region, registerNumber }: Pick<Park, 'name' | 'municipality' | 'region' | 'registerNumber'>,
  typed: string,
): boolean {
  const words = typed.trim().toLowerCase()
  const known = [name, municipality, region?.name, region?.code, registerNumber]
  return known.some((text) => (text ?? '').toLowerCase().includes(words))
}

/** Parks of one region; `code` null: of those without one, last. */
export interface RegionOfParks {
  readonly code: string | null
  readonly name: string
  readonly parks: readonly Park[]
}

/** Parks by region, regions by name, in the order in which the parks came. */
export function byRegion(parks: readonly Park[]): RegionOfParks[] {
  const regions = new Map<string | null, { code: string | null; name: string; parks: Park[] }>()
  for (const park of parks) {
    const code = park.region?.code ?? null
    const region = regions.get(code) ?? { code, name: park.region?.name ?? '', parks: [] }
    region.parks.push(park)
    regions.set(code, region)
  }
  return [...regions.values()].sort((a, b) => {
    if (a.code === null || b.code === null) return a.code === null ? 1 : -1
    return a.name.localeCompare(b.name, 'nl') || a.code.localeCompare(b.code)
  })
}

/** The gross surface of parks, and of how many it is known; undefined when of none. */
export function grossOf(parks: readonly Park[]): { readonly hectares: number; readonly known: number } | undefined {
  const known = parks.flatMap(({ hectaresGross }) => (hectaresGross === null ? [] : [hectaresGross]))
  if (known.length === 0) return undefined
  return { hectares: known.reduce((sum, hectares) => sum + hectares, 0), known: known.length }
}

/** A period within a sentence; a year as it is. @example periodWithin('2026-Q4') // 'the fourth quarter of 2026' */
export function periodWithin(period: string): string {
  const [year = '', quarter] = period.split('-Q')
  return quarter === undefined ? period : t('parks-period', { quarter: Number(quarter), year })
}
