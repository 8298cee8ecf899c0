import { readAnswers } from '../../server/import/answers-csv.ts'
import type { ReadingOptions } from '../../server/import/answers-row.ts'
import { readParkFile } from '../../server/import/ibis.ts'
import { addressOf, bodyFor, homeOf, routesOf, standingObjects } from '../support/routes.ts'
import type { World } from '../support/world.ts'

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__']
const POLLUTION = { polluted: 'yes', isOperator: true, role: 'owner', toString: 'x' }

/** What came of it. */
export interface PrototypeOutcome {
  readonly tried: number
  readonly weaknesses: readonly string[]
}

/** Tries to hang something on what every object stems from: by bodies, queries, addresses and the header of a CSV. */
export async function tryPollution(world: World): Promise<PrototypeOutcome> {
  const { app } = world.api
  const weaknesses: string[] = []
  let tried = 0
  const check = (what: string) => {
    tried += 1
    if (!isUntouched()) weaknesses.push(what)
  }
  const owner = world.actors.find(({ name }) => name === 'an owner')
  if (owner === undefined) throw new Error('the world has no owner')
  const headers = { ...(await owner.fresh()).headers, origin: 'http://localhost' }
  for (const route of routesOf(app).filter(({ method }) => method !== 'HEAD')) {
    const values = {
      ...(await standingObjects(route, world, homeOf(route), undefined)),
      org: world.idOf(homeOf(route)),
    }
    const url = addressOf(route, values)
    for (const name of NAMES) {
      for (const query of [`${name}=x`, `${name}[polluted]=x`, `${name}.polluted=x`, `a[${name}][polluted]=x`]) {
        if (route.method !== 'GET' || route.url === '/api/live/rounds/:round') continue
        const { statusCode } = await app.inject({ method: 'GET', url: `${url}?${query}`, headers })
        if (statusCode >= 500 && statusCode !== 503) weaknesses.push(`${route.key}?${query}: ${statusCode}`)
        check(`${route.key}?${query}`)
      }
      if (route.method === 'GET') continue
      const body = (await bodyFor(route, world)) ?? {}
      for (const text of pollutedTexts(JSON.stringify(body), name)) {
        const { statusCode } = await app.inject({
          method: route.method,
          url,
          headers: { ...headers, 'content-type': 'application/json' },
          payload: text,
        })
        if (statusCode >= 500 && statusCode !== 503)
          weaknesses.push(`${route.key} ${text.slice(0, 100)}: ${statusCode}`)
        check(`${route.key} ${text.slice(0, 100)}`)
      }
    }
  }
  for (const name of NAMES) {
    for (const text of [
      `${name};period;respondent;item;rating\r\na;2026;b;i01;3\r\n`,
      `organisation;period;respondent;item;rating\r\n${name};${name};${name};${name};3\r\n`,
      `organisation;period;respondent;item;rating;${name}\r\na;2026;b;i01;3;x\r\n`,
    ]) {
      readAnswers(Buffer.from(text), optionsOf(world))
      check(`CSV ${text}`)
    }
    readParkFile(Buffer.from(`${name},naam,${name},gemeente_code\n${name},${name},${name},1\n`))
    check(`a register of parks with ${name}`)
  }
  return { tried, weaknesses }
}

function pollutedTexts(text: string, name: string): string[] {
  const own = JSON.stringify(POLLUTION)
  const starts = [
    `{"${name}":${own}`,
    `{"${name}":{"prototype":${own},"__proto__":${own}}`,
    `{"\\u005f_proto__":${own}`,
  ]
  return starts.map((start) => text.replace('{', text.includes('{}') ? start : `${start},`))
}

const ROOTS = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype]
const FIRST = ROOTS.map((root) => new Map(Object.entries(Object.getOwnPropertyDescriptors(root))))

/** Whether every object, list and function still has what it had, and nothing else. */
function isUntouched(): boolean {
  return ROOTS.every((root, place) => {
    const now = Object.entries(Object.getOwnPropertyDescriptors(root))
    const first = FIRST[place]
    return now.length === first?.size && now.every(([name, { value }]) => first.get(name)?.value === value)
  })
}

function optionsOf({ api }: World): ReadingOptions {
  const form = api.deps.instruments.find('six-capitals', '1.0.0')
  if (form === undefined) throw new Error('six-capitals is not there')
  return { form, horizon: 'now', hasOrganisations: true }
}
