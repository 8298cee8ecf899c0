import { atMost, type Figure, informs } from '../bench/figures.ts'
import { launchBrowser } from '../support/browser.ts'
import { TestServer } from '../support/server.ts'
import { formulaCells, hasSpreadsheet, openFormulas } from './formulas.ts'
import { tryXss } from './xss.ts'

/** The whole corpus through every text field to every screen; it takes a while. */
export async function xssFigures(): Promise<Figure[]> {
  const server = await TestServer.start()
  await server.setUp()
  const browser = await launchBrowser()
  try {
    const onProgress = (done: number) => {
      if (done % 10 === 0) console.log(`${done} organisations full of it`)
    }
    const outcome = await tryXss(server, browser, { onProgress })
    for (const one of [...outcome.successes, ...outcome.altered].slice(0, 20)) console.log(one)
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
