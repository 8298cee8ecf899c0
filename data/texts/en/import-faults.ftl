# What can be wrong with a file that somebody imports, and how to mend it. The server makes these sentences.

form-place = { $sheet }, line { $line }
form-place-column = { $sheet }, line { $line }, column { $column }

form-fault-sheet-missing = The sheet “{ $sheet }” is missing.
form-mend-sheet-missing = An XLSForm has the sheets survey, choices and settings. Fetch the example file and see how it stands there.
form-fault-column-missing = The column “{ $column }” is missing.
form-mend-column-missing = Put this name on the first line of the sheet. A column with a language will do too, such as label::English (en).
form-fault-column-twice = This column stands there twice.
form-mend-column-twice = Keep one of the two.
form-fault-cell-formula = This cell holds a formula without a result.
form-mend-cell-formula = Open the file in Excel, let it calculate and save it. Or put the result in the cell yourself.
form-fault-cell-error = This cell holds an error: { $value }.
form-mend-cell-error = Put plain text or a number in it.
form-fault-cell-long = This text is longer than { $most } characters.
form-mend-cell-long = Make the text shorter. People read it on a phone.
form-fault-type-missing = This line has no type.
form-mend-type-missing = Add the type, such as select_one with the name of a list. Or remove the line.
form-fault-type-unknown = We do not know the type “{ $value }”.
form-mend-type-unknown = Use select_one and the name of a list, such as select_one agree. Check for a slip of the keys.
form-fault-end-without-begin = A group ends here that did not begin.
form-mend-end-without-begin = Remove this line, or put begin_group where the group begins.
form-fault-begin-without-end = This group has no end.
form-mend-begin-without-end = Put end_group on a line of its own below the last question of the group.
form-fault-name-missing = The name is missing.
form-mend-name-missing = Give every question, group and choice a short name, such as question_1.
form-fault-name-code = “{ $value }” cannot be a name.
form-mend-name-code = A name begins with a letter and has only letters, digits, - and _, and at most 40 characters.
form-fault-name-twice = The name “{ $name }” is there already.
form-mend-name-twice = Give every line a name of its own.
form-fault-label-missing = The text is missing.
form-mend-label-missing = Put in the column label what people are to read, in at least one language.
form-fault-reference = The text refers to another answer ({"${...}"}).
form-mend-reference = That cannot be done here: everybody gets the same question. Write the text in full.
form-fault-list-unknown = The list “{ $list }” is not on the sheet choices.
form-mend-list-unknown = Check that the name of the list is the same on both sheets.
form-fault-code = “{ $value }” cannot stand here.
form-mend-code = Put a short code here with only letters, digits, - and _. The name for people stands on the sheet dimensions, perspectives or themes.
form-fault-yes-no = “{ $value }” is no yes or no.
form-mend-yes-no = Put yes or no, or leave the cell empty.
form-fault-score-missing = The choice “{ $name }” has no score.
form-mend-score-missing = Put a whole number in the column score, or a ? for “I don’t know” and a - for “not applicable”.
form-fault-score-number = “{ $value }” is no whole number from 0 to 9.
form-mend-score-number = Give the choices the scores 1, 2, 3 and so on, without a point.
form-fault-score-twice = The score { $value } stands twice in this list.
form-mend-score-twice = Give every choice a score of its own.
form-fault-score-gap = The list “{ $list }” misses the score { $missing }.
form-mend-score-gap = Scores go from the lowest to the highest without leaving one out.
form-fault-score-steps = The list “{ $list }” has { $n ->
    [0] no steps
    [one] one step
   *[other] { $n } steps
  }.
form-mend-score-steps = A scale has 2 to 9 steps.
form-fault-scale-differs = The list “{ $list }” goes from { $min } to { $max }, and “{ $other }” from { $otherMin } to { $otherMax }.
form-mend-scale-differs = All questions have the same scale. Make a questionnaire of its own of the other part.
form-fault-pole-missing = This question has no words of its own for the two ends.
form-mend-pole-missing = On a scale between two poles every question has a list of choices of its own. Make one, or remove bipolar at scale_kind.
form-fault-nothing-asked = There is no question in it that fits here.
form-mend-nothing-asked = A question has the type select_one with the name of a list, and the choices of that list have a score.
form-fault-too-many-items = There are { $n } questions. More than { $most } is not possible.
form-mend-too-many-items = Divide the questions over two questionnaires.
form-fault-balance = Balance does not work with this questionnaire.
form-mend-balance = Balance needs at least three dimensions with scores. Put no at balance, or make more groups.

form-note-one-language = The form has one language. That text will stand in Dutch and in English.
form-note-other-languages = Languages that we do not use: { $languages }.
form-note-word-missing = In the column { $column } the { $language ->
    [nl] Dutch
   *[en] English
  } text is empty. The text in the other language takes its place.
form-note-nested-group = The group “{ $name }” stands in another group. Only the outer group counts as a dimension.
form-note-no-group = This question stands in no group. It goes into a dimension with the title of the questionnaire.
form-note-relevant = “{ $name }” has a condition (relevant). It is dropped: everybody gets the question.
form-note-or-other = An answer in one’s own words (or_other) is not possible here. That part is dropped.
form-note-note-row = A note is no question and is left out. Put an explanation of a question in the column hint.
form-note-names-as-scores = The list “{ $list }” has no scores. The names of the choices are numbers and serve as scores.
form-note-choice-left-out = The choice “{ $choice }” is no step. Who answers can choose “I don’t know” or “not applicable” with every question.
form-note-column-unused = We do not use the column “{ $column }”.
form-note-dimension-unused = “{ $name }” is used by no question and is left out.

form-default-horizon = Now
form-default-stem = Which answer fits best?
form-default-perspective = The organisation
form-default-dimension = All questions
form-default-description = A questionnaire of our own.

form-example-title = Example: working together
form-example-description = An example to start from: four statements in two groups. Put your own questions in it.
form-example-work = Our work
form-example-around = Around us
form-example-work-1 = We know what we do it for.
form-example-work-1-hint = Think of the past three months.
form-example-work-2 = Plans often change without anybody saying so.
form-example-work-2-hint = Think of the planning of the past month.
form-example-around-1 = We know what our customers need.
form-example-around-1-hint = Think of talks with customers, not of what you expect yourself.
form-example-around-2 = Our neighbours notice that we take them into account.
form-example-around-2-hint = Think of noise, traffic and waste.
form-example-step-1 = Disagree entirely
form-example-step-2 = Disagree
form-example-step-3 = Half and half
form-example-step-4 = Agree
form-example-step-5 = Agree entirely

answers-place = line { $line }
answers-place-column = line { $line }, column { $column }
answers-fault-too-large = The file is larger than 5 MB.
answers-mend-too-large = Divide it over more files.
answers-fault-too-hard = The file is too hard to read: it takes too much time or memory.
answers-mend-too-hard = Divide it over more files.
answers-fault-encoding = We cannot read the characters of this line.
answers-mend-encoding = Save the file as CSV UTF-8.
answers-fault-quote = A quotation mark is not closed or stands in a strange place.
answers-mend-quote = Put a cell with quotation marks between quotation marks, and write two in a row inside it.
answers-fault-empty = There are no answers in the file.
answers-mend-empty = Check that you chose the right file.
answers-fault-rows = The file has more than { $most } lines.
answers-mend-rows = Divide it over more files.
answers-fault-columns = The file has more than { $most } columns.
answers-mend-columns = Remove columns that you do not need here.
answers-fault-cells = This line has { $n } cells, and the first line { $columns }.
answers-mend-cells = Check for a separator too many or too few. A cell with a comma or a semicolon stands between quotation marks.
answers-fault-value = We do not know which answer “{ $value }” is.
answers-mend-value = Choose below what this answer means, or correct it in the file.
answers-fault-group = We do not know which group “{ $value }” is.
answers-mend-group = Choose below which group this is.
answers-fault-no-answers = No column holds answers to questions of this questionnaire.
answers-mend-no-answers = Show below which column belongs to which question. Or choose another questionnaire.
answers-fault-column-twice = Two columns belong to the same question.
answers-mend-column-twice = Choose another question for one of the two, or nothing.
answers-fault-item = This question is not in the questionnaire.
answers-mend-item = Choose a question from the list.
answers-fault-off-scale = This answer is not on the scale: { $value }.
answers-mend-off-scale = The scale goes from { $min } to { $max }.
answers-fault-nobody = Nobody gave an answer.
answers-mend-nobody = Check that the columns stand with the right questions.
answers-mend-long = Correct the line in the file and choose it again.

answers-note-encoding = The file is in { $encoding }. If a letter is not right, save it as CSV UTF-8.
answers-note-empty-rows = { $n ->
    [one] One line has no answer at all and does not count.
   *[other] { $n } lines have no answer at all and do not count.
  }
answers-note-no-names = No names were chosen. Everybody gets a number.
answers-note-second-line = The second line repeats the columns and does not count as an answer.
answers-respondent = Participant { $n }
