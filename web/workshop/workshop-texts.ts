import english from '../../data/texts/en/workshop.ftl?raw'
import dutch from '../../data/texts/nl/workshop.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
