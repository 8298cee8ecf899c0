import '../pages/not-found-page.ts'
import type { Page } from './router.ts'

/** Every page of the product. The code of a page is fetched when somebody first goes there. */
export const PAGES: readonly Page[] = [
  { path: '/', tag: 'mv-home-page', load: () => import('../pages/home-page.ts') },
  { path: '/set-up', tag: 'mv-set-up-page', load: () => import('../pages/set-up-page.ts') },
  { path: '/sign-in', tag: 'mv-sign-in-page', load: () => import('../pages/sign-in-page.ts') },
  { path: '/forgot', tag: 'mv-forgot-page', load: () => import('../pages/forgot-page.ts') },
  { path: '/reset', tag: 'mv-reset-page', load: () => import('../pages/reset-page.ts') },
  { path: '/reminders', tag: 'mv-reminders-page', load: () => import('../pages/reminders-page.ts') },
  { path: '/invitation', tag: 'mv-invitation-page', load: () => import('../pages/invitation-page.ts') },
  { path: '/account', tag: 'mv-account-page', load: () => import('../pages/account-page.ts') },
  { path: '/operator', tag: 'mv-operator-page', load: () => import('../pages/operator-page.ts') },
  { path: '/venue', tag: 'mv-venue-page', load: () => import('../pages/venue-page.ts') },
  { path: '/method', tag: 'mv-method-page', load: () => import('../pages/method-page.ts') },
  { path: '/privacy', tag: 'mv-privacy-page', load: () => import('../pages/privacy-page.ts') },
  { path: '/operator/register', tag: 'mv-register-page', load: () => import('../pages/register-page.ts') },
  { path: '/problems/:code', tag: 'mv-problem-page', load: () => import('../pages/problem-page.ts') },
  { path: '/o/:org', tag: 'mv-organisation-page', load: () => import('../pages/organisation-page.ts') },
  { path: '/o/:org/access', tag: 'mv-who-sees-page', load: () => import('../pages/who-sees-page.ts') },
  { path: '/o/:org/data', tag: 'mv-data-page', load: () => import('../pages/data-page.ts') },
  { path: '/o/:org/network', tag: 'mv-network-page', load: () => import('../pages/network-page.ts') },
  { path: '/o/:org/reflections', tag: 'mv-reflections-page', load: () => import('../pages/reflections-page.ts') },
  {
    path: '/o/:org/reflections/:reflection',
    tag: 'mv-reflection-page',
    load: () => import('../pages/reflection-page.ts'),
  },
  {
    path: '/o/:org/reflections/:reflection/q/:question',
    tag: 'mv-reflection-question-page',
    load: () => import('../pages/reflection-question-page.ts'),
  },
  { path: '/o/:org/rounds/new', tag: 'mv-new-round-page', load: () => import('../pages/new-round-page.ts') },
  { path: '/o/:org/planning', tag: 'mv-planning-page', load: () => import('../pages/planning-page.ts') },
  { path: '/o/:org/w/new', tag: 'mv-workshop-new-page', load: () => import('../pages/workshop-new-page.ts') },
  { path: '/o/:org/w/:workshop', tag: 'mv-workshop-page', load: () => import('../pages/workshop-page.ts') },
  { path: '/o/:org/w/:workshop/run', tag: 'mv-workshop-run-page', load: () => import('../pages/workshop-run-page.ts') },
  {
    path: '/o/:org/w/:workshop/hand-over',
    tag: 'mv-workshop-hand-over-page',
    load: () => import('../pages/workshop-hand-over-page.ts'),
  },
  { path: '/o/:org/interventions', tag: 'mv-interventions-page', load: () => import('../pages/interventions-page.ts') },
  {
    path: '/o/:org/interventions/:intervention',
    tag: 'mv-intervention-page',
    load: () => import('../pages/intervention-page.ts'),
  },
  { path: '/o/:org/trend', tag: 'mv-trend-page', load: () => import('../pages/trend-page.ts') },
  { path: '/o/:org/import', tag: 'mv-import-page', load: () => import('../pages/import-page.ts') },
  { path: '/o/:org/import/form', tag: 'mv-import-form-page', load: () => import('../pages/import-form-page.ts') },
  {
    path: '/o/:org/import/answers',
    tag: 'mv-import-answers-page',
    load: () => import('../pages/import-answers-page.ts'),
  },
  { path: '/o/:org/audit', tag: 'mv-audit-page', load: () => import('../pages/audit-page.ts') },
  { path: '/o/:org/ledger', tag: 'mv-ledger-page', load: () => import('../pages/ledger-page.ts') },
  { path: '/o/:org/r/:round', tag: 'mv-round-page', load: () => import('../pages/round-page.ts') },
  { path: '/o/:org/r/:round/room-sheet', tag: 'mv-room-sheet-page', load: () => import('../pages/room-sheet-page.ts') },
  { path: '/o/:org/r/:round/sheet', tag: 'mv-sheet-page', load: () => import('../pages/sheet-page.ts') },
  {
    path: '/o/:org/r/:round/sheet/check',
    tag: 'mv-sheet-check-page',
    load: () => import('../pages/sheet-check-page.ts'),
  },
  {
    path: '/o/:org/r/:round/sheet/sign-off',
    tag: 'mv-sheet-sign-off-page',
    load: () => import('../pages/sheet-sign-off-page.ts'),
  },
  {
    path: '/o/:org/r/:round/sheet/:item',
    tag: 'mv-sheet-item-page',
    load: () => import('../pages/sheet-item-page.ts'),
  },
  { path: '/o/:org/r/:round/paper', tag: 'mv-paper-page', load: () => import('../pages/paper-page.ts') },
  { path: '/o/:org/r/:round/results', tag: 'mv-results-page', load: () => import('../pages/results-page.ts') },
  { path: '/o/:org/r/:round/report', tag: 'mv-report-page', load: () => import('../pages/report-page.ts') },
]

/** Shown for an address that belongs to no page; its code comes with the frame. */
export const LOST: Page = { path: '', tag: 'mv-not-found-page', load: async () => undefined }
