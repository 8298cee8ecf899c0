import english from '../../data/texts/en/report.ftl?raw'
import dutch from '../../data/texts/nl/report.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
