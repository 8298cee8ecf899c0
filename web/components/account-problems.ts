import english from '../../data/texts/en/account-problems.ftl?raw'
import dutch from '../../data/texts/nl/account-problems.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
