import english from '../../data/texts/en/venue.ftl?raw'
import dutch from '../../data/texts/nl/venue.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
