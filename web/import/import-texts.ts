import english from '../../data/texts/en/import-data.ftl?raw'
import dutch from '../../data/texts/nl/import-data.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
