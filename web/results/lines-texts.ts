import english from '../../data/texts/en/lines.ftl?raw'
import dutch from '../../data/texts/nl/lines.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
