import english from '../../data/texts/en/letters.ftl?raw'
import dutch from '../../data/texts/nl/letters.ftl?raw'
import './account-problems.ts'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
