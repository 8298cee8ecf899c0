# Figures of a filled VSME report beside the questions of a sheet.

vsme-open = Take figures from your VSME report
vsme-title = Figures from your VSME report
vsme-intro = Choose the VSME template of EFRAG that you filled in (.xlsx, at most 5 MB). You first see what is in it. The figures stand beside the questions as a reminder: you choose the answers yourself.
vsme-now = { $n ->
    [one] 1 fact of a report stands beside the questions now.
   *[other] { $n } facts of a report stand beside the questions now.
}
vsme-choose = Choose a file
vsme-other = Choose another file
vsme-reading = Reading the file
vsme-keeping = One moment
vsme-failed = The file was not read.
vsme-keep-failed = Nothing was changed.
vsme-retry = Try again
vsme-close = Close
vsme-headline = { $facts ->
    [one] The report holds 1 fact
   *[other] The report holds { $facts } facts
} about { $items ->
    [one] 1 question.
   *[other] { $items } questions.
}
vsme-headline-none = The report holds nothing about the questions of this form.
vsme-report-of = Report of { $name }
vsme-report-about = about { $period }
vsme-item-facts = { $n ->
    [one] 1 fact
   *[other] { $n } facts
}
vsme-faults = { $n ->
    [one] 1 cell could not be read
   *[other] { $n } cells could not be read
}
vsme-faults-hint = Put these cells right in the template and choose the file again, or go on without them.
vsme-fault-formula = the formula was not worked out: open the file in Excel and save it
vsme-fault-error = there is an error in the formula
vsme-fault-no-number = there is no number
vsme-fault-no-answer = it says neither yes nor no
vsme-unused = { $n ->
    [one] 1 other thing in the report
   *[other] { $n } other things in the report
}
vsme-unused-hint = No question of this form asks about these. They stay in the report.
vsme-replaces = { $n ->
    [one] The fact that stands there now is replaced.
   *[other] The { $n } facts that stand there now are replaced.
}
vsme-keep = Put them beside the questions
vsme-kept = { $facts ->
    [one] 1 fact stands
   *[other] { $facts } facts stand
} beside { $items ->
    [one] 1 question now.
   *[other] { $items } questions now.
}
vsme-remove = Take the figures away
vsme-remove-sure = Take all figures of the report away from the questions?
vsme-remove-yes = Take away
vsme-removed = The figures are gone. Your answers stayed as they are.
vsme-yes = yes
vsme-no = no
vsme-more = the whole text
vsme-unit-t = tonnes
vsme-unit-tCO2e = tonnes of CO2
vsme-unit-m2 = m²
vsme-unit-m3 = m³
