import type { Candidate } from '../../server/contract/reflections.ts'
import { formatNumber, t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'

/** Part of the result page that shows why something is a candidate. */
const CHARTS: Readonly<Record<Candidate['reason'], string>> = {
  lowest: 'shape',
  divided: 'agreement',
  gap: 'sides',
  drift: 'drift',
  aim: 'drift',
}

/** The part of the result page that shows a candidate. */
export function candidateChart({ reason }: Candidate): string {
  return CHARTS[reason]
}

/** What a candidate is about: a capital, or the item on which people are divided. */
export function candidateTitle({ dimension, itemId }: Candidate, names: Names): string {
  return itemId === null ? names.dimension(dimension) : names.topic(itemId)
}

/** The numbers behind a candidate in a sentence; a number that was not released is left out, and never said as 0. */
export function candidateText(candidate: Candidate, names: Names): string {
  const { reason, dimension, score, internal, external, points, averageDeviation } = candidate
  return t(`reflection-candidate-${reason}`, {
    name: names.dimension(dimension),
    isKnown: (reason === 'divided' ? averageDeviation : reason === 'lowest' ? score : points) === null ? 'no' : 'yes',
    hasSides: internal === null || external === null ? 'no' : 'yes',
    score: score ?? 0,
    internal: internal ?? 0,
    external: external ?? 0,
    points: Math.abs(points ?? 0),
    direction: (points ?? 0) < 0 ? 'down' : 'up',
    steps: formatNumber(averageDeviation ?? 0, 1),
  })
}
