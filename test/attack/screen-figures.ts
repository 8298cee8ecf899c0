import type { Browser } from 'playwright-core'
import { atMost, type Figure, informs } from '../bench/figures.ts'
import { launchBrowser } from '../support/browser.ts'
import { TestServer } from '../support/server.ts'
import { formulaCells, hasSpreadsheet, openFormulas } from './formulas.ts'
import { tryXss, type XssOutcome } from './xss.ts'
import { tryProgrammeXss } from './xss-programme.ts'

/** The whole corpus through every text field to every screen; it takes a while. */
export function xssFigures(): Promise<Figure[]> {
  return figuresOf((server, browser) => tryXss(server, browser, { onProgress: toldBy('organisations full of it') }))
}

/** The same through the fields of programmes, parks and companies that take part. */
export function programmeXssFigures(): Promise<Figure[]> {
  return figuresOf((server, browser) =>
    tryProgrammeXss(server, browser, { onProgress: toldBy('times typed over everything') }),
  )
}

function toldBy(what: string): (done: number) => void {
  return (done) => {
    if (done % 10 === 0) console.log(`${done} ${what}`)
  }
}

async function figuresOf(attack: (server: TestServer, browser: Browser) => Promise<XssOutcome>): Promise<Figure[]> {
  const server = await TestServer.start()
  await server.setUp()
  const browser = await launchBrowser()
  try {
    const outcome = await attack(server, browser)
    for (const one of [...outcome.successes, ...outcome.altered, ...outcome.unseen].slice(0, 20)) console.log(one)
    const over = `${outcome.payloads} payloads through ${outcome.fields} fields to ${outcome.screens} screens`
    return [
      atMost(`${over}: dialogs, requests, violations, markup`, outcome.successes.length, 0, '', 0),
      atMost('payloads that a screen shows otherwise than typed', outcome.altered.length, 0, '', 0),
      atMost('fields that did not have every payload', outcome.unfinished.length, 0, '', 0),
      atMost('fields that no screen shows', outcome.unseen.length, 0, '', 0),
      informs('payloads seen on screens, letter for letter', String(outcome.shown)),
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Our CSV in LibreOffice. Where that is not installed the figure is short, unless it may be missing. */
export async function formulaFigures(mayBeMissing: boolean): Promise<Figure[]> {
  if (!(await hasSpreadsheet())) {
    const bar = 'soffice'
    return [
      {
        name: 'formulas in our CSV',
        measured: 'not measured: no soffice',
        bar,
        holds: mayBeMissing ? undefined : false,
      },
    ]
  }
  const { cells, evaluated, control } = await openFormulas(formulaCells())
  return [
    atMost(`${cells} cells of our CSV in LibreOffice: formulas`, evaluated, 0, '', 0),
    { name: 'the same without our protection: formulas', measured: String(control), bar: '> 0', holds: control > 0 },
  ]
}
