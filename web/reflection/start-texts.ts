import english from '../../data/texts/en/reflection-start.ftl?raw'
import dutch from '../../data/texts/nl/reflection-start.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
