import english from '../../data/texts/en/phone.ftl?raw'
import dutch from '../../data/texts/nl/phone.ftl?raw'
import { addTexts } from '../i18n/texts.ts'
import './reveal-screen.ts'
import './vote-screen.ts'

/* What a phone fetches only when something was revealed or a second vote began. */
addTexts({ nl: dutch, en: english })
