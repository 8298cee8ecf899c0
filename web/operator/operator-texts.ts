import english from '../../data/texts/en/operator.ftl?raw'
import dutch from '../../data/texts/nl/operator.ftl?raw'
import '../components/account-problems.ts'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
