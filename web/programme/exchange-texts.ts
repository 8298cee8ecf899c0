import english from '../../data/texts/en/programme-exchange.ftl?raw'
import dutch from '../../data/texts/nl/programme-exchange.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
