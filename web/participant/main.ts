import englishParticipant from '../../data/texts/en/participant.ftl?raw'
import englishProblems from '../../data/texts/en/problems.ftl?raw'
import dutchParticipant from '../../data/texts/nl/participant.ftl?raw'
import dutchProblems from '../../data/texts/nl/problems.ftl?raw'
import { addTexts } from '../i18n/texts.ts'
import { Participant } from './participant.ts'
import { ResponseState } from './response-state.ts'

addTexts({ nl: dutchParticipant, en: englishParticipant })
addTexts({ nl: dutchProblems, en: englishProblems })

/** A trial of the network before a meeting is no round: it has a page of its own, which no participant pays for. */
function isTrial(): boolean {
  const [, code] = location.hash.split('#proef-')
  if (code) location.replace(`/reach.html#${code}`)
  return code !== undefined
}

if (!isTrial()) {
  addEventListener('hashchange', (event) => isTrial() && event.stopImmediatePropagation())
  const page = new Participant()
  page.state = await ResponseState.open()
  document.body.append(page)
  await page.begin()
}
