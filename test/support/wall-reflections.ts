import { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { Phase } from '../../server/contract/reflections.ts'
import { reflectionCandidates } from '../../server/domain/reflection-candidates.ts'
import { loadGuide } from '../../server/guides.ts'
import { releaseDocument, sixCapitals } from './words.ts'

const GUIDE = loadGuide(new URL('../../data/reflections/seven-questions/1.0.0', import.meta.url).pathname)
const LONG =
  'Kantoor en magazijn denken heel anders over vertrouwen, en we weten niet waarom. Dat willen we eerst begrijpen voordat we iets veranderen aan de planning of aan de roosters van de ploegen. '
const NOBODY = { canWrite: false, cards: [], dots: {}, stance: null }
const PERSON = 'De ploeg leert steeds opnieuw mensen in'

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`

/** A room that works on cards: short ones, some longer, one as long as a card can be, and some under another. */
export function cardsRoom(question: 1 | 2 | 3 | 4, phase: Phase, count: number): RoomReflection {
  const isVoted = phase === 'voted'
  return RoomReflection.parse({
    reflection: { id: idOf(900), title: 'Directiedag', capitals: isVoted ? ['natural'] : [], roundId: idOf(1) },
    question,
    phase,
    texts: { nl: textsOf('nl', question), en: textsOf('en', question) },
    candidates: question === 1 ? candidatesOf(isVoted) : [],
    cards: phase === 'writing' ? [] : Array.from({ length: count }, (_, at) => cardOf(at, count, isVoted)),
    counts: { cards: count, writers: Math.ceil(count / 2), voters: phase === 'voting' ? 6 : isVoted ? 21 : 0 },
    own: NOBODY,
    proposal: null,
    interventions: [],
  })
}

function textsOf(locale: 'nl' | 'en', question: 1 | 2 | 3 | 4) {
  const { title, prompt } = GUIDE.texts[locale].questions[`${question}`]
  return { title, prompt, judging: null }
}

function candidatesOf(isVoted: boolean) {
  const order = sixCapitals().dimensions
  return reflectionCandidates(releaseDocument('full'), order).map((candidate, at) => ({
    ...candidate,
    dots: isVoted ? 14 - at * 5 : 0,
  }))
}

function cardOf(at: number, count: number, isVoted: boolean) {
  const text = at === 3 && count > 5 ? LONG.repeat(3).slice(0, 500) : at % 4 === 1 ? LONG : `${PERSON} (${at + 1}).`
  const groupId = count > 20 && at > 0 && at % 6 === 0 ? idOf(100) : null
  return {
    id: idOf(100 + at),
    text,
    lens: null,
    pull: null,
    groupId,
    carried: false,
    dots: isVoted ? count - at : null,
  }
}

/** A room that answers a proposal of many words. */
export function consentRoom(state: 'open' | 'closed'): RoomReflection {
  const isClosed = state === 'closed'
  return RoomReflection.parse({
    ...cardsRoom(2, 'shown', 0),
    question: null,
    phase: null,
    texts: null,
    proposal: {
      id: idOf(800),
      title: 'Ploeg B maakt drie maanden zelf het rooster',
      driver: LONG.repeat(2),
      agreement: LONG.repeat(2),
      owner: 'Samira',
      firstStep: 'Volgende week maandag kiest de ploeg wie het eerste rooster maakt.',
      criteria: ['Minder ruildagen', 'Niemand werkt twee weekenden achter elkaar'],
      reviewOn: '2027-06-01',
      state,
      counts: isClosed
        ? { answered: 23, noObjection: 18, concern: 4, objection: 1 }
        : { answered: 7, noObjection: null, concern: null, objection: null },
      objections: isClosed ? [LONG] : [],
      concerns: isClosed ? ['Wie doet dit erbij als het druk is?', LONG, 'Ik wil eerst weten wat het kost.', LONG] : [],
    },
  })
}

/** A room that looks at what it expects of two interventions. */
export function projectionRoom(): RoomReflection {
  const effect = (dimension: string, perspective: string, steps: number, confidence: string) => {
    return { dimension, perspective, effect: steps, term: 'short', confidence }
  }
  return RoomReflection.parse({
    ...cardsRoom(2, 'shown', 0),
    question: null,
    phase: null,
    texts: null,
    interventions: [
      {
        id: idOf(801),
        title: 'Samen een dak',
        state: 'agreed',
        effects: [
          effect('natural', 'internal', 2, 'middle'),
          effect('natural', 'external', 2, 'high'),
          effect('financial', 'internal', -1, 'high'),
        ],
        price: { dimensions: ['financial'], bearer: 'de eigenaren, het eerste jaar' },
      },
      {
        id: idOf(802),
        title: 'Zelf roosteren',
        state: 'proposed',
        effects: [effect('social', 'internal', 2, 'high'), effect('human', 'internal', 1, 'low')],
        price: { dimensions: ['human', 'manufactured'], bearer: 'de planner, die ander werk krijgt' },
      },
    ],
  })
}

/** The same room before anybody filled in what they expect. */
export function unfilledRoom(): RoomReflection {
  const room = projectionRoom()
  return { ...room, interventions: room.interventions.map((one) => ({ ...one, effects: [], price: null })) }
}
