import type { Party, PartyInput, PartyLink } from '../../server/contract/networks.ts'
import { CAPITALS, type Capital } from '../../server/domain/capitals.ts'
import { t } from '../i18n/texts.ts'
import { capitalName, linkText } from './network-words.ts'
import type { Said } from './versions.ts'

/** A line as it is being written. A direction of '' is no line; what was noted stays until it is saved. */
type LinkWords = Omit<PartyLink, 'direction'> & { direction: PartyLink['direction'] | '' }

/** A party as it is being written: a line for every capital. */
export interface PartyWords {
  name: string
  kind: Party['kind']
  readonly links: Record<Capital, LinkWords>
}

/** A party in the form; undefined is a new one. */
export function wordsOf(party: Party | undefined): PartyWords {
  const linkOf = (dimension: Capital): LinkWords =>
    party?.links.find((link) => link.dimension === dimension) ?? { dimension, direction: '', state: 'active', note: '' }
  return {
    name: party?.name ?? '',
    kind: party?.kind ?? 'customer',
    links: {
      human: { ...linkOf('human') },
      social: { ...linkOf('social') },
      intellectual: { ...linkOf('intellectual') },
      manufactured: { ...linkOf('manufactured') },
      natural: { ...linkOf('natural') },
      financial: { ...linkOf('financial') },
    },
  }
}

/** What is sent of a party. */
export function inputOf({ name, kind, links }: PartyWords, revision: number): PartyInput {
  const drawn = CAPITALS.flatMap((capital): PartyLink[] => {
    const { direction, note, ...link } = links[capital]
    return direction === '' ? [] : [{ ...link, direction, note: note.trim() }]
  })
  return { name: name.trim(), kind, links: drawn, revision }
}

/** A party in words, line by line, for comparing two versions. */
export function saidOf({ name, kind, links }: Omit<PartyInput, 'revision'>): Said[] {
  return [
    { label: t('network-form-name'), text: name },
    { label: t('network-form-kind'), text: t(`network-kind-${kind}`) },
    ...CAPITALS.map((capital) => {
      const link = links.find(({ dimension }) => dimension === capital)
      return { label: capitalName(capital), text: link ? linkText(link) : t('network-direction-none') }
    }),
  ]
}
