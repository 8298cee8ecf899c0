import english from '../../data/texts/en/rounds.ftl?raw'
import dutch from '../../data/texts/nl/rounds.ftl?raw'
import { addTexts } from '../i18n/texts.ts'
import './round-name-texts.ts'

addTexts({ nl: dutch, en: english })
