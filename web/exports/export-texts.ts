import english from '../../data/texts/en/exports.ftl?raw'
import dutch from '../../data/texts/nl/exports.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
