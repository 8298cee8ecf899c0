import english from '../../data/texts/en/own-data.ftl?raw'
import dutch from '../../data/texts/nl/own-data.ftl?raw'
import './account-problems.ts'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
