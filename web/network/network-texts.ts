import english from '../../data/texts/en/network.ftl?raw'
import dutch from '../../data/texts/nl/network.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
