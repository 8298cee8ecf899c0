import english from '../../data/texts/en/intervention.ftl?raw'
import dutch from '../../data/texts/nl/intervention.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
