import english from '../../data/texts/en/sign-in.ftl?raw'
import dutch from '../../data/texts/nl/sign-in.ftl?raw'
import './account-problems.ts'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
