import english from '../../data/texts/en/programme-company.ftl?raw'
import dutch from '../../data/texts/nl/programme-company.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
