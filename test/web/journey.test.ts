import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import type { Locale } from '../../server/contract/common.ts'
import { TestAgreements } from '../support/agreements.ts'
import { accessibilityFaults } from '../support/browser.ts'
import { conversationWords, speak } from '../support/conversation.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, openDesk, signInAsAlice } from '../support/staff.ts'
import { wordsOf } from '../support/words.ts'

/*
 * The whole loop, as one person walks it by the screens: from a result through the seven questions to an agreement, and
 * at the next round to what it did. `PICTURES=<folder>` keeps a picture of each step.
 */

const PICTURES = process.env['PICTURES']
/** What people write, in their language. */
const WORDS = {
  nl: {
    driver: 'Bij zware regen staat het terrein blank.',
    behaviour: 'Om negen uur staan er drie pompen te draaien.',
    force: 'Wie ontsteent, betaalt alles zelf.',
    condition: 'Wie het gebruikt, beslist mee',
    title: 'Tegels eruit, groen erin',
    agreement: 'Elk kwartaal halen we samen een strook tegels weg.',
    firstStep: 'Dinsdag meten we de eerste strook.',
    bearer: 'De eigenaren, in het eerste jaar',
    natural: 'Natuurlijk',
    financial: 'Financieel',
  },
  en: {
    driver: 'In heavy rain the site floods.',
    behaviour: 'At nine o clock three pumps are running.',
    force: 'Whoever breaks up paving pays for all of it.',
    condition: 'Who uses it decides',
    title: 'Paving out, green in',
    agreement: 'Every quarter we take out a strip of paving together.',
    firstStep: 'On Tuesday we measure the first strip.',
    bearer: 'The owners, in the first year',
    natural: 'Natural',
    financial: 'Financial',
  },
} as const

let browser: Browser
let server: TestServer
let organisationId: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId } = site)
  return site.close
})

describe.each(['nl', 'en'] as const)('from a result to the next round, in %s', (language) => {
  it('one person goes through all seven questions, agrees, and sees a quarter later whether it helped', async () => {
    const desk = await openDesk(browser)
    const { page } = desk
    page.setDefaultTimeout(20_000)
    onTestFailed(() => keep(page, `${language}-failed`))
    await signInAsAlice(page, server.origin)
    await speak(page, language)
    const walk = new Walk(page, language)
    const agreements = new TestAgreements(server, organisationId)

    const before = await agreements.round({ period: language === 'nl' ? '2026-Q3' : '2026-Q1' })
    await page.goto(`${agreements.home}/r/${before}/results`)
    await walk.begin()
    await walk.chooseWhatItIsAbout()
    await walk.writeBehaviour()
    await walk.writeForce()
    await walk.takeAnExample()
    await walk.nameACondition()
    await walk.makeAnAgreement()
    await walk.expectAndPay()
    await walk.agree()

    await agreements.round({ period: language === 'nl' ? '2026-Q4' : '2026-Q2' }, 12, { natural: 2 })
    await page.goto(`${agreements.home}/ledger`)
    await walk.readLedger()
    await closeDesk(desk)
  })
})

/** Somebody who walks the loop in one language; every step ends with a page that has no fault. */
class Walk {
  readonly #page: Page
  readonly #language: Locale
  readonly #say: ReturnType<typeof conversationWords>['say']
  readonly #guide: ReturnType<typeof conversationWords>['guide']
  readonly #tell: ReturnType<typeof wordsOf>['say']

  constructor(page: Page, language: Locale) {
    this.#page = page
    this.#language = language
    const { say, guide } = conversationWords(language)
    this.#say = say
    this.#guide = guide
    this.#tell = wordsOf(language).say
  }

  get #words() {
    return WORDS[this.#language]
  }

  async begin(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#say('reflection-start'), exact: true }).click()
    const dialog = this.#page.getByRole('dialog')
    await dialog.getByRole('button', { name: this.#say('reflection-start-go') }).click()
    await this.#at('1')
  }

  async chooseWhatItIsAbout(): Promise<void> {
    const lowest = this.#page.locator('.candidate').first()
    await lowest.getByRole('button', { name: this.#say('reflection-dots-give') }).click()
    await lowest.locator('.carry').click()
    await this.#page.locator('.reflection-where', { hasText: this.#words.natural }).waitFor()
    await this.#page.getByLabel(this.#guide.driver.situation.name).fill(this.#words.driver)
    await this.#page.getByRole('button', { name: this.#say('reflection-card-next') }).click()
    await this.#page.locator('.talk-cards .talk-card', { hasText: this.#words.driver }).waitFor()
    await this.#done('q1')
    await this.#next('2')
  }

  async writeBehaviour(): Promise<void> {
    await this.#page.getByLabel(this.#say('reflection-two-label')).fill(this.#words.behaviour)
    await this.#page.keyboard.press('Enter')
    await this.#page.locator('.talk-cards .talk-card', { hasText: this.#words.behaviour }).waitFor()
    await this.#done('q2')
    await this.#next('3')
  }

  async writeForce(): Promise<void> {
    const { money } = this.#guide.lenses
    const lens = this.#page.locator('section.lens', { has: this.#page.getByRole('heading', { name: money.name }) })
    await lens.getByLabel(new RegExp(`\\(${money.name}\\)`)).fill(this.#words.force)
    await lens.getByRole('radio', { name: this.#say('reflection-force-sustains') }).check()
    await lens.getByRole('button', { name: this.#say('reflection-card-next') }).click()
    await this.#page.locator('.talk-cards .talk-card', { hasText: this.#words.force }).waitFor()
    await this.#done('q3')
    await this.#next('4')
  }

  async takeAnExample(): Promise<void> {
    await this.#page.getByLabel(this.#say('reflection-library-search')).fill('buurtzorg')
    const found = this.#page.locator('.case').first()
    await found.locator('summary').click()
    await found.getByRole('button', { name: this.#say('reflection-library-take') }).click()
    await found.getByText(this.#say('reflection-library-taken')).waitFor()
    await this.#done('q4')
    await this.#next('5')
  }

  async nameACondition(): Promise<void> {
    await this.#page.getByLabel(this.#say('reflection-five-new')).fill(this.#words.condition)
    await this.#page.keyboard.press('Enter')
    await this.#page.locator('.five-condition', { hasText: this.#words.condition }).waitFor()
    await this.#done('q5')
    await this.#page.getByRole('link', { name: this.#say('reflection-next') }).click()
  }

  async makeAnAgreement(): Promise<void> {
    const { title, agreement, firstStep } = this.#words
    await this.#page.getByText(this.#words.condition).first().waitFor()
    await this.#page.getByRole('button', { name: this.#tell('intervention-new') }).click()
    await this.#page.getByLabel(this.#tell('intervention-title'), { exact: true }).fill(title)
    await this.#page.getByRole('button', { name: this.#tell('intervention-driver-take') }).click()
    await this.#page.getByLabel(this.#tell('intervention-agreement')).fill(agreement)
    await this.#page.getByLabel(this.#tell('intervention-first-step')).fill(firstStep)
    await this.#page.getByRole('button', { name: /^(Neem|Take) \d/ }).click()
    await this.#page.getByText(this.#tell('intervention-draft-saved')).first().waitFor()
    // Without an owner it is no agreement, and the page says so beside the field.
    const agree = this.#page.getByRole('button', { name: new RegExp(`^${this.#tell('intervention-to-agreed')}`) })
    await agree.click()
    await this.#page.getByRole('alert').first().waitFor()
    await this.#page.getByLabel(this.#tell('intervention-owner'), { exact: true }).fill('Samira')
    await this.#page.getByText(this.#tell('intervention-draft-saved')).first().waitFor()
    await this.#done('q6')
    await this.#page.getByRole('link', { name: this.#say('reflection-next') }).click()
  }

  async expectAndPay(): Promise<void> {
    await this.#page.locator('.effects .proposal > summary', { hasText: this.#words.title }).click()
    const form = this.#page.locator('mv-effects-form')
    const natural = form.getByRole('group', { name: this.#words.natural, exact: true })
    await natural.getByRole('radio', { name: this.#tell('intervention-effect-up-2') }).check()
    const label = this.#tell('intervention-projection-label')
    const radar = this.#page.getByRole('img', { name: new RegExp(`^${label.replace('.', '\\.')}`) })
    expect(await radar.getAttribute('aria-label')).toContain(this.#words.natural)
    const financial = form.getByRole('group', { name: this.#words.financial, exact: true })
    await financial.getByRole('radio', { name: this.#tell('intervention-effect-down-1'), exact: true }).check()
    await this.#page.getByLabel(this.#tell('intervention-price-bearer')).fill(this.#words.bearer)
    await this.#page.getByText(this.#tell('intervention-draft-saved')).first().waitFor()
    expect(await this.#page.locator('.checks > li').count()).toBe(3)
    await this.#done('q7')
  }

  async agree(): Promise<void> {
    await this.#page.goto(this.#page.url().replace('/q/7', '/q/6'))
    await this.#page.locator('.proposal > summary', { hasText: this.#words.title }).click()
    await this.#page.getByRole('button', { name: new RegExp(`^${this.#tell('intervention-to-agreed')}`) }).click()
    await this.#page
      .locator('.proposal', { hasText: this.#tell('intervention-state-agreed') })
      .first()
      .waitFor()
    await this.#page.getByRole('link', { name: this.#say('reflection-step-overview') }).click()
    await this.#page.getByRole('link', { name: this.#words.title }).waitFor()
    await this.#done('overview')
  }

  async readLedger(): Promise<void> {
    await this.#page.getByRole('link', { name: this.#words.title }).waitFor()
    const line = this.#page.locator('article, section', { hasText: this.#words.title }).last()
    await line.getByText(this.#tell('intervention-verdict-as-expected')).first().waitFor()
    await line.getByText(this.#tell('intervention-verdict-not-visible-yet')).first().waitFor()
    await this.#done('ledger')
  }

  #at(question: '1' | '2' | '3' | '4' | '5'): Promise<void> {
    const name = this.#guide.questions[question].title
    return this.#page.getByRole('heading', { level: 1, name }).waitFor()
  }

  async #next(question: '2' | '3' | '4' | '5'): Promise<void> {
    await this.#page.getByRole('link', { name: this.#say('reflection-next') }).click()
    await this.#at(question)
  }

  async #done(step: string): Promise<void> {
    await keep(this.#page, `${this.#language}-${step}`)
    expect(await accessibilityFaults(this.#page), step).toEqual([])
  }
}

async function keep(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `journey-${name}.png`), fullPage: true })
}
