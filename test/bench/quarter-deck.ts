import type { Locale } from '../../server/contract/common.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { Trend, TrendPoint } from '../../server/contract/trend.ts'
import { makeDeck } from '../../web/deck/make-deck.ts'
import type { Material } from '../../web/report/material.ts'
import { releaseDocument, sixCapitals, wordsOf } from '../support/words.ts'
import { atMost, type Figure, median } from './figures.ts'

const TIMES = 5
const MOST_SECONDS = 2

/**
 * How long the PowerPoint file of a round takes, with 20 quarters of trend and 40 agreements: the same module that a
 * browser fetches, from figures to bytes. The first one counts too, with everything that still has to be loaded.
 */
export async function deckFigures(): Promise<Figure[]> {
  const six = sixCapitals()
  const material: Material = {
    organisation: 'Bench',
    results: releaseDocument('full'),
    instrument: six,
    trend: quarters(20, six.dimensions),
    agreements: Array.from({ length: 40 }, (_, at) => agreement(at)),
    conversations: [],
  }
  const seconds: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    const language: Locale = time % 2 === 0 ? 'nl' : 'en'
    const start = performance.now()
    await makeDeck(material, language, wordsOf(language))
    seconds.push((performance.now() - start) / 1000)
  }
  return [
    atMost('PPTX of a round, first time', seconds[0] ?? Number.POSITIVE_INFINITY, MOST_SECONDS, 's', 2),
    atMost('PPTX of a round, median', median(seconds), MOST_SECONDS, 's', 2),
  ]
}

function quarters(count: number, dimensions: readonly string[]): Trend {
  const points = Array.from({ length: count }, (_, at): TrendPoint => {
    const period = `${2022 + Math.floor(at / 4)}-Q${(at % 4) + 1}`
    const id = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
    const scores = dimensions.map((code, place) => [code, { score: (40 + at + 7 * place) % 101, word: null }])
    return {
      round: { id, title: period, period, closedAt: null },
      releaseId: id,
      version: '1.0.0',
      mode: 'anonymous',
      answering: 'each',
      single: null,
      n: 12,
      continues: at === 0 ? 'start' : 'comparable',
      broken: [],
      suppressed: [],
      horizons: {
        now: { level: 50, balance: 0.9, imbalanceCost: 3, floor: ['human'], dimensions: Object.fromEntries(scores) },
      },
    }
  })
  return { instrument: 'six-capitals', points }
}

function agreement(at: number): Intervention {
  const id = `00000000-0000-4000-8000-1${String(at).padStart(11, '0')}`
  return {
    id,
    reflectionId: null,
    roundId: null,
    baseline: null,
    content: {
      title: `Agreement ${at} about the roof and the neighbours`,
      driver: '',
      agreement: '',
      domain: '',
      owner: 'Fatima',
      firstStep: '',
      criteria: [],
      startsOn: null,
      reviewOn: '2027-03-01',
      ups: [],
      impact: null,
      support: {},
      potential: {},
    },
    state: 'running',
    effects: [],
    price: null,
    effectsRevision: 0,
    script: { move: null, impact: null, support: null, potential: null },
    consent: { state: 'none', answered: 0, noObjection: null, own: null, voices: [] },
    reviews: [],
    isDue: false,
    editedBy: null,
    revision: 1,
    createdAt: '2026-11-20T15:04:00.000Z',
  }
}
