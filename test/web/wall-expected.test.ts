import { expect, it } from 'vitest'
import { LOCALES } from '../../server/contract/common.ts'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { WallScene } from '../../web/wall/wall-scene.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, openDesk } from '../support/staff.ts'
import { wallFrames } from '../support/wall-frames.ts'
import { projectionRoom, unfilledRoom } from '../support/wall-reflections.ts'

const WORDS = {
  nl: { same: 'gelijk', unfilled: 'niet ingevuld', steady: 'Naar verwachting blijven alle waarden gelijk.' },
  en: { same: 'the same', unfilled: 'not filled in', steady: 'All capitals are expected to stay the same.' },
}

it('answers no check and calls nothing the same while nobody filled in what they expect', async () => {
  const site = await startSite()
  const desk = await openDesk(site.browser, { viewport: { width: 1280, height: 720 } })
  const { page } = desk
  const look = async (locale: 'nl' | 'en', reflection: RoomReflection) => {
    const frame = wallFrames(locale).find(({ name }) => name === 'projection')
    await page.evaluate(
      async ([frame, reflection]) => {
        const scene: WallScene = document.createElement('mv-wall-scene')
        Object.assign(scene, { ...frame, reflection })
        document.body.replaceChildren(scene)
        await scene.updateComplete
      },
      [frame, reflection] as const,
    )
    return {
      headline: await page.locator('h1').textContent(),
      checks: await page.locator('.projection-checks > li').count(),
      expected: [...new Set(await page.locator('tbody tr td:last-child').allTextContents())],
    }
  }
  const [first] = projectionRoom().interventions
  if (!first) throw new Error('the room has no intervention')
  const same = { ...first, effects: first.effects.map((effect) => ({ ...effect, effect: 0 })) }

  await page.goto(`${site.server.origin}/scherm`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (const locale of LOCALES) {
    const words = WORDS[locale]
    expect(await look(locale, unfilledRoom())).toMatchObject({ checks: 0, expected: [words.unfilled] })
    const steady = await look(locale, { ...projectionRoom(), interventions: [same] })
    expect(steady).toEqual({ headline: words.steady, checks: 3, expected: [words.same] })
  }
  await closeDesk(desk)
  await site.close()
})
