import english from '../../data/texts/en/trend.ftl?raw'
import dutch from '../../data/texts/nl/trend.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
