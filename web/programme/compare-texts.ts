import english from '../../data/texts/en/programme-compare.ftl?raw'
import dutch from '../../data/texts/nl/programme-compare.ftl?raw'
import '../pages/round-texts.ts'
import '../styles/programme-axis.css'
import '../styles/programme-compare.css'
import '../styles/programme-heat.css'
import '../styles/programme-lines.css'
import { addTexts } from '../i18n/texts.ts'
import './parks-texts.ts'

addTexts({ nl: dutch, en: english })
