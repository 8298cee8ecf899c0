import english from '../../data/texts/en/phone.ftl?raw'
import englishCards from '../../data/texts/en/room-cards.ftl?raw'
import dutch from '../../data/texts/nl/phone.ftl?raw'
import dutchCards from '../../data/texts/nl/room-cards.ftl?raw'
import { addTexts } from '../i18n/texts.ts'
import './reflection-screen.ts'
import './reveal-screen.ts'
import './vote-screen.ts'

/* What a phone fetches only when something was revealed or a second vote began. */
addTexts({ nl: dutch, en: english })
addTexts({ nl: dutchCards, en: englishCards })

export { ReflectionRoom } from './reflection-room.ts'
export { RevealedFigures } from './revealed-figures.ts'
