# What files of rounds say about themselves, and what can be wrong with an archive of an organisation. The server makes these sentences.

export-file-organisation = Organisation
export-file-made = Made at (UTC)
export-file-round = Round
export-file-questionnaire = Questionnaire
export-file-mode = How people answered
export-file-mode-anonymous = Anonymous
export-file-mode-open = By name
export-file-release = Released result
export-file-no-release = Nothing has been released yet
export-file-release-words = Number { $number }, { $day }, { $n ->
    [one] 1 person
   *[other] { $n } people
}
export-file-answers = Single answers
export-file-withheld-anonymous = This round is anonymous. Single answers never leave Meervoud. The file has what was released.
export-file-withheld-role = Single answers of this round are for owners and facilitators. The file has what was released.
export-file-without-questions = The questionnaire { $id } { $version } is not on this installation any more, so the answers cannot be read. The file has what was released.
export-file-codebook = Sheet "codebook"
export-file-codebook-unsaid = A team still fills in this round together. Until it has handed in, the codebook does not say which value a question is about.
export-file-long = Sheet "long"
export-file-long-answers = One answer in each row. "late" is 1 for an answer that came after closing and does not count.
export-file-long-figures = One released figure in each row, with the reason for every figure that is not shown.
export-file-wide = Sheet "wide"
export-file-wide-answers = One person in each row, and a column for each question and horizon. A second column ending in "_missing" says why there is no rating.
export-file-missing = No rating
export-file-missing-codes = The cell is empty and never 0. The reason stands in its own column: unknown (I do not know), not_applicable (does not apply), not_answered (no answer).
export-file-certainty = Certainty
export-file-certainty-words = How sure a team was: gut, estimate, measured or audited. It is not part of any score.
export-file-not-shown = Not shown
export-file-not-shown-words = too-few: too few people. complement: the rest of the people would show. too-alike: nearly everybody gave the same answer. too-few-items: too few questions. nothing-answered: nobody answered. earlier-release-stands: too few answers came since the result before.
export-file-figures = Figures
export-file-figures-words = Scores run from 0 to 100. Balance runs from 0 to 1. Gap is outside minus inside, drift is ahead minus now. There is no total. How each figure is made stands with the result in Meervoud.
export-file-text = Texts
export-file-text-words = A text that a spreadsheet could run as a formula has a ' in front.

archive-fault-too-large = This archive is larger than { $most } MB.
archive-fault-too-hard = This archive takes too much time or memory to read. Whoever runs the installation can import it on the machine itself.
archive-fault-too-many-rows = There are more than { $most } rows here. Whoever runs the installation can import the archive on the machine itself.
archive-fault-not-json = This is not a JSON file. Choose the file as Meervoud gave it.
archive-fault-not-an-archive = This is a JSON file, but not an archive of Meervoud.
archive-fault-older = This archive was made by an older version of Meervoud, which could not be imported yet. Make a new one with a newer version.
archive-fault-newer = This archive was made by a newer version of Meervoud. Update this installation first.
archive-fault-too-deep = This file is nested deeper than an archive of Meervoud ever is.
archive-fault-forbidden-name = The name { $name } may not be in an archive.
archive-fault-nul = A text holds the character NUL.
archive-fault-unknown-part = This part is not known here.
archive-fault-missing-part = This part is missing.
archive-fault-shape = What stands here cannot stand here.
archive-fault-twice = This is there twice.
archive-fault-reference = This points to something that is not in the archive.
archive-fault-anonymous-answers = Answers of an anonymous round may not be in an archive.
archive-fault-instrument-missing = The questionnaire { $id } { $version } is not on this installation and not in the archive.
archive-fault-instrument-other = The questionnaire { $id } { $version } is another one here than in the archive.
archive-fault-instrument-damaged = This questionnaire is damaged.
archive-fault-unknown-item = This is about a question or a horizon that the round does not ask about, or not in this order.
archive-fault-sheet = These answers do not fit the questions of the round.
archive-fault-release = This result is of another round or another number.
archive-fault-figures = These results say something else than the answers that belong to them.
archive-fault-file = This file is missing, damaged, or of a kind that we do not keep.
archive-fault-hash = The archive was changed or damaged after it was made.
