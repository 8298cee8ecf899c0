import english from '../../data/texts/en/accounts.ftl?raw'
import dutch from '../../data/texts/nl/accounts.ftl?raw'
import '../components/account-problems.ts'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
