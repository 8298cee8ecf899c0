# Bringing files in: a questionnaire, answers, and where the rest comes in.

import-title = Import files
import-lead = You always see first what is in the file. Then you decide.
import-not-allowed = Only owners and facilitators can import files.
import-back = To the organisation
import-way-form = A questionnaire
import-way-form-about = You made a questionnaire yourself in Excel, or for Kobo or ODK (an XLSForm, .xlsx).
import-way-answers = Answers
import-way-answers-about = A CSV file from LimeSurvey, Kobo, Microsoft Forms, Google Forms or Excel.
import-way-vsme = A VSME report
import-way-vsme-about = That goes with a round that a team answers together. Open such a round at your organisation.
import-way-archive = An archive of Meervoud
import-way-archive-about = An organisation that you took along before. You do that with the data.

import-choose = Choose a file
import-choose-other = Choose another file
import-reading = Reading the file…
import-importing = Importing the file…
problem-file-empty = This file is empty. Choose another file.
problem-file-unreadable = The file has changed or cannot be read any more. Choose it again.
problem-file-too-large = This file is larger than 5 MB. Choose a smaller file.

import-faults-title = { $n ->
    [one] One thing has to be different first
   *[other] { $n } things have to be different first
  }
import-faults-about = Nothing is imported yet. Mend this in the file and choose it again.
import-faults-about-answers = Nothing is imported yet. Choose below what it means, or mend it in the file.
import-faults-more = { $n ->
    [one] And one more.
   *[other] And { $n } more.
  }
import-fault-sheet = Sheet
import-fault-line = Line
import-fault-column = Column
import-fault-wrong = What is wrong
import-fault-mend = How to mend it
import-notes = { $n ->
    [one] Good to know: one thing
   *[other] Good to know: { $n } things
  }
import-note-at = { $sheet }, line { $line }
import-left-out = { $n ->
    [one] One line is left out
   *[other] { $n } lines are left out
  }
import-left-out-about = Only questions with one answer on a scale come along. The rest of the form is left out:
import-left-out-row = Line { $line } ({ $type }): { $label }
import-left-out-bare = Line { $line } ({ $type })

import-form-title = Import a questionnaire
import-form-lead = The questionnaire is then for your organisation only. It never changes again: a change becomes a new version.
import-form-need = Every question has a few answers to choose from, and every answer gets a whole number. Groups of questions become the values that you look at. In the file that is: type select_one, and a column score with the choices.
import-form-example = Fetch the example file
import-form-file = File with the questionnaire (XLSForm, .xlsx, up to 5 MB)
import-form-seen = { $title }: { $n ->
    [one] one question
   *[other] { $n } questions
  }
import-form-dimensions = Values
import-form-dimension = { $name } ({ $n ->
    [one] one question
   *[other] { $n } questions
  })
import-form-perspectives = Sides
import-form-scale = Scale
import-form-scale-step = { $step }. { $words }
import-form-short = Short version
import-form-short-n = { $n ->
    [one] one question
   *[other] { $n } questions
  }
import-form-languages = Languages
import-form-language-both = Dutch and English
import-form-language-nl = Dutch
import-form-language-en = English
import-form-language-none = One language, for both
import-form-first = How people will see the first questions
import-form-as = Is this a new version of a questionnaire that you already have?
import-form-as-new = No, it is a new questionnaire
import-form-as-next = Yes, of { $title } { $version }
import-form-next = Compared with { $title } { $version }
import-form-same = This questionnaire is there already. Nothing changed.
import-form-kept = Stayed the same: { $n }
import-form-added = New: { $n }
import-form-dropped = Gone: { $n }
import-form-reworded = Said differently: { $n }
import-form-reworded-about = Tick the box if the question still means the same. Then the line goes on. Without a tick a new line begins at that question.
import-form-compare = “{ $after }” (before: “{ $before }”)
import-form-compare-not = “{ $after }”: its scale or place is different. A new line begins here.
import-form-submit = Import the questionnaire
import-form-done = { $title } is ready
import-form-done-about = You can now choose the questionnaire for a new round.
import-form-done-round = Make a new round
import-form-done-another = Import another questionnaire
import-form-own = Fetch questionnaires as a file
import-form-own-about = As XLSForm, to change and import again.
import-form-download = Fetch { $title } { $version }
import-form-is-own = Your organisation’s own
import-form-is-general = Of Meervoud

import-answers-title = Import answers
import-answers-lead = Bring answers from another program here. They become a closed round with a result. The file has one line for each participant and one column for each question; one line for each answer will do too.
import-answers-instrument = To which questionnaire do the answers belong?
import-answers-period = Which period are they about?
import-answers-horizon = What are the answers about?
import-answers-mode = May names be kept?
import-answers-anonymous = No, anonymous
import-answers-anonymous-hint = Names and email addresses are left out. With fewer than five answers a figure stays hidden.
import-answers-open = Yes, with names
import-answers-open-hint = Everybody who works here sees who answered what.
import-answers-file = File with answers (CSV, up to 5 MB)
import-answers-seen = { $n ->
    [one] One participant
   *[other] { $n } participants
  }, { $answers ->
    [one] one answer
   *[other] { $answers } answers
  } to { $items ->
    [one] one question
   *[other] { $items } questions
  }
import-answers-seen-missing = Of which { $n } times “I don’t know” or “not applicable”.
import-answers-few = With fewer than five participants the figures of an anonymous round stay hidden.
import-answers-rounds = There will be { $n } rounds, one for each period.
import-answers-columns = Columns
import-answers-columns-about = Is this right? You can choose otherwise for every column.
import-answers-filled = { $n ->
    [0] empty
    [one] filled in once
   *[other] filled in { $n } times
  }
import-answers-dropped = { $n ->
    [one] One column that does not come along
   *[other] { $n } columns that do not come along
  }
import-answers-use-nothing = Nothing
import-answers-use-person = Nothing: names or addresses may stand here
import-answers-use-time = Nothing: this is a time
import-answers-use-technical = Nothing: this belongs to the other program
import-answers-use-other = Nothing
import-answers-use-name = Name of the participant
import-answers-use-group = Group of the participant
import-answers-use-answer = { $topic }
import-answers-use-answer-at = { $topic } ({ $horizon })
import-answers-like = Looks like: { $topic }
import-answers-take = Yes, that is this question
import-answers-change = Choose otherwise
import-answers-choose = Choose what stands in the column “{ $header }”
import-answers-values = Answers
import-answers-values-about = This is how we read the words and codes in the file.
import-answers-values-open = { $n ->
    [one] We do not know what one answer means.
   *[other] We do not know what { $n } answers mean.
  }
import-answers-values-guess = A guess. Is it right?
import-answers-value = In the file
import-answers-times = How often
import-answers-means = Meaning
import-answers-means-choose = Choose a meaning
import-answers-means-of = Meaning of “{ $text }”
import-answers-means-step = { $step }. { $words }
import-answers-means-unknown = I don’t know
import-answers-means-not-applicable = Not applicable
import-answers-means-unanswered = No answer
import-answers-groups = Groups
import-answers-groups-of = Group of “{ $text }”
import-answers-group-none = No group
import-answers-group-choose = Choose a group
import-answers-unasked = { $n ->
    [one] One question of the questionnaire is not in the file
   *[other] { $n } questions of the questionnaire are not in the file
  }
import-answers-name = Name of the round
import-answers-name-hint = Leave empty for a name of period and file.
import-answers-submit = Import the answers
import-answers-blocked-meanings = { $n ->
    [one] Choose 1 more meaning
   *[other] Choose { $n } more meanings
  }
import-answers-blocked = { $n ->
    [one] One thing has to be different first
   *[other] { $n } things have to be different first
  }
import-answers-done = The answers are in
import-answers-done-about = { $n ->
    [one] One participant
   *[other] { $n } participants
  } with { $answers ->
    [one] one answer
   *[other] { $answers } answers
  }.
import-answers-done-round = Result of { $title }
import-answers-done-another = Import another file

import-group-management = Management
import-group-staff = Staff
import-group-customer = Customers
import-group-supplier = Suppliers
import-group-neighbour = Neighbours
import-group-education = Education
import-group-government = Government
import-group-other = Others
