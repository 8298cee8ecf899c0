import english from '../../data/texts/en/planning.ftl?raw'
import dutch from '../../data/texts/nl/planning.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
