# Taking rounds and a whole organisation along as files, and an organisation in out of an archive.

export-figures-title = Figures
export-figures-what = To calculate with yourself. In Excel there is a sheet with every question.
export-figures-anonymous = This round is anonymous: the files have what was released, and no single answers.
export-figures-role = The files have what was released. Single answers are for owners and facilitators.
export-xlsx = Excel
export-csv = CSV
export-spss = SPSS
export-spss-hint = For SPSS you get two files: the table and the commands that read it. Put them in the same folder.
export-now-busy = The file is being made …
export-so-far = { NUMBER($mb, minimumFractionDigits: 1, maximumFractionDigits: 1) } MB so far
export-cancel = Cancel
export-now-cancelled = Cancelled. Nothing was saved.
export-now-done = { $n ->
    [one] The file is among your downloads.
   *[other] The files are among your downloads.
}
export-failed = The file could not be fetched whole. Check your connection and try again.

export-rounds-title = All rounds in one file
export-rounds-about = One Excel file with all rounds: answers by name of open rounds, and every result.
export-rounds = Download all rounds (Excel)
export-archive-again = You can import the file again, on this or another installation. It then becomes a new organisation.

archive-in-title = Import an archive
archive-in-about = Do you have an archive of an organisation, from here or from elsewhere? Meervoud makes a new organisation of it. You become its only owner. Nothing changes in { $name }.
archive-in-file = Archive (a JSON file, 64 MB at most)
archive-in-looking = The archive is being looked at …
archive-in-too-large = This file is larger than 64 MB. Whoever runs the installation can import it on the machine itself.
archive-in-faults = This archive cannot be imported
archive-in-faults-about = Nothing was imported. This is what is wrong:
archive-in-more = { $n ->
    [one] And 1 more.
   *[other] And { $n } more.
}
archive-in-ready = Ready to import: { $name }
archive-in-made = Made on { $day }
archive-in-has = In this archive
archive-in-rounds = { $n ->
    [one] 1 round
   *[other] { $n } rounds
}, with { $releases ->
    [one] 1 result
   *[other] { $releases } results
}
archive-in-anonymous = { $n ->
    [one] 1 round is anonymous: it comes without answers and stays closed.
   *[other] { $n } rounds are anonymous: they come without answers and stay closed.
}
archive-in-closing = { $n ->
    [one] 1 round was still open: it comes in closed.
   *[other] { $n } rounds were still open: they come in closed.
}
archive-in-conversations = { $reflections ->
    [one] 1 conversation
   *[other] { $reflections } conversations
} and { $agreements ->
    [one] 1 agreement
   *[other] { $agreements } agreements
}
archive-in-files = { $n ->
    [one] 1 file as evidence
   *[other] { $n } files as evidence
}
archive-in-instruments = { $n ->
    [one] 1 questionnaire of its own
   *[other] { $n } questionnaires of its own
}
archive-in-people = { $n ->
    [one] 1 person is named in it. That person comes along as a name and gets no access.
   *[other] { $n } people are named in it. They come along as names and get no access.
}
archive-in-import = Import
archive-in-importing = The organisation is being made …
