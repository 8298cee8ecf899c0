import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessibilityFaults, overflow } from './browser.ts'

const NARROW = { width: 320, height: 800 }

/** The page has no accessibility fault, as wide as it is and on a small phone, where nothing stands beside the screen. */
export async function expectGoodPage(page: Page): Promise<void> {
  const before = page.viewportSize()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.setViewportSize(NARROW)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await accessibilityFaults(page)).toEqual([])
  if (before) await page.setViewportSize(before)
}

/** The page as wide as it is has no accessibility fault, and nothing stands beside the screen. */
export async function expectSound(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
