import english from '../../data/texts/en/reflection.ftl?raw'
import dutch from '../../data/texts/nl/reflection.ftl?raw'
import { addTexts } from '../i18n/texts.ts'
import './start-texts.ts'

addTexts({ nl: dutch, en: english })
