import english from '../../data/texts/en/audit.ftl?raw'
import dutch from '../../data/texts/nl/audit.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
