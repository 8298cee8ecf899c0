import english from '../../data/texts/en/method.ftl?raw'
import dutch from '../../data/texts/nl/method.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
