import english from '../../data/texts/en/reflection-list.ftl?raw'
import dutch from '../../data/texts/nl/reflection-list.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
