import english from '../../data/texts/en/privacy.ftl?raw'
import dutch from '../../data/texts/nl/privacy.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
