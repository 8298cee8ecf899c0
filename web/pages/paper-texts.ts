import english from '../../data/texts/en/paper.ftl?raw'
import dutch from '../../data/texts/nl/paper.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
