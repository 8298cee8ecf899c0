import './app/app.ts'
import englishFrame from '../data/texts/en/frame.ftl?raw'
import englishProblems from '../data/texts/en/problems.ftl?raw'
import englishStaffProblems from '../data/texts/en/staff-problems.ftl?raw'
import dutchFrame from '../data/texts/nl/frame.ftl?raw'
import dutchProblems from '../data/texts/nl/problems.ftl?raw'
import dutchStaffProblems from '../data/texts/nl/staff-problems.ftl?raw'
import { showTheme } from './app/theme.ts'
import { addTexts } from './i18n/texts.ts'

addTexts({ nl: dutchFrame, en: englishFrame })
addTexts({ nl: dutchProblems, en: englishProblems })
addTexts({ nl: dutchStaffProblems, en: englishStaffProblems })
showTheme()
document.body.append(document.createElement('mv-app'))
