import english from '../../data/texts/en/round-names.ftl?raw'
import dutch from '../../data/texts/nl/round-names.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
