import english from '../../data/texts/en/company-sheet.ftl?raw'
import englishParticipant from '../../data/texts/en/participant.ftl?raw'
import dutch from '../../data/texts/nl/company-sheet.ftl?raw'
import dutchParticipant from '../../data/texts/nl/participant.ftl?raw'
import '../pages/round-texts.ts'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutchParticipant, en: englishParticipant })
addTexts({ nl: dutch, en: english })
