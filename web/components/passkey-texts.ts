import english from '../../data/texts/en/passkeys.ftl?raw'
import dutch from '../../data/texts/nl/passkeys.ftl?raw'
import './account-problems.ts'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
