# Rondes en een hele organisatie meenemen als bestand, en een organisatie inlezen uit een archief.

export-figures-title = Cijfers
export-figures-what = Om zelf mee te rekenen. In Excel staat er een blad bij met alle vragen.
export-figures-anonymous = Deze ronde is anoniem: in de bestanden staat wat is vrijgegeven, en geen losse antwoorden.
export-figures-role = In de bestanden staat wat is vrijgegeven. Losse antwoorden zijn voor eigenaren en begeleiders.
export-xlsx = Excel
export-csv = CSV
export-spss = SPSS
export-spss-hint = Voor SPSS krijgt u twee bestanden: de tabel en de opdrachten die hem inlezen. Zet ze in dezelfde map.
export-now-busy = Het bestand wordt gemaakt …
export-so-far = { NUMBER($mb, minimumFractionDigits: 1, maximumFractionDigits: 1) } MB tot nu toe
export-cancel = Stoppen
export-now-cancelled = Gestopt. Er is niets opgeslagen.
export-now-done = { $n ->
    [one] Het bestand staat bij uw downloads.
   *[other] De bestanden staan bij uw downloads.
}
export-failed = Het bestand kon niet helemaal worden gedownload. Controleer uw verbinding en probeer het opnieuw.

export-rounds-title = Alle rondes in één bestand
export-rounds-about = Eén Excel-bestand met alle rondes: antwoorden met naam van open rondes, en elke uitkomst.
export-rounds = Alle rondes downloaden (Excel)
export-archive-again = U kunt het bestand weer inlezen, op deze of een andere installatie. Het wordt dan een nieuwe organisatie.

archive-in-title = Een archief inlezen
archive-in-about = Hebt u een archief van een organisatie, van hier of van elders? Meervoud maakt er een nieuwe organisatie van. U wordt de enige eigenaar. In { $name } verandert niets.
archive-in-file = Archief (een JSON-bestand, hooguit 64 MB)
archive-in-looking = Het archief wordt bekeken …
archive-in-too-large = Dit bestand is groter dan 64 MB. Wie de installatie beheert, kan het op de machine zelf inlezen.
archive-in-faults = Dit archief kan niet worden ingelezen
archive-in-faults-about = Er is niets ingelezen. Dit is er mis:
archive-in-more = { $n ->
    [one] En nog 1.
   *[other] En nog { $n }.
}
archive-in-ready = Klaar om in te lezen: { $name }
archive-in-made = Gemaakt op { $day }
archive-in-has = In dit archief
archive-in-rounds = { $n ->
    [one] 1 ronde
   *[other] { $n } rondes
}, met { $releases ->
    [one] 1 uitkomst
   *[other] { $releases } uitkomsten
}
archive-in-anonymous = { $n ->
    [one] 1 ronde is anoniem: die komt zonder antwoorden en blijft gesloten.
   *[other] { $n } rondes zijn anoniem: die komen zonder antwoorden en blijven gesloten.
}
archive-in-closing = { $n ->
    [one] 1 ronde was nog open: die komt gesloten binnen.
   *[other] { $n } rondes waren nog open: die komen gesloten binnen.
}
archive-in-conversations = { $reflections ->
    [one] 1 gesprek
   *[other] { $reflections } gesprekken
} en { $agreements ->
    [one] 1 afspraak
   *[other] { $agreements } afspraken
}
archive-in-files = { $n ->
    [one] 1 bestand als bewijs
   *[other] { $n } bestanden als bewijs
}
archive-in-instruments = { $n ->
    [one] 1 eigen vragenlijst
   *[other] { $n } eigen vragenlijsten
}
archive-in-people = { $n ->
    [one] 1 persoon wordt erin genoemd. Die komt mee als naam en krijgt geen toegang.
   *[other] { $n } personen worden erin genoemd. Zij komen mee als naam en krijgen geen toegang.
}
archive-in-import = Inlezen
archive-in-importing = De organisatie wordt gemaakt …
