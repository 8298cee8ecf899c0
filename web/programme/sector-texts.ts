import english from '../../data/texts/en/sectors.ftl?raw'
import dutch from '../../data/texts/nl/sectors.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
