# The home page of a programme.
parks-home-count = { $n ->
    [one] 1 park
   *[other] { $n } parks
}
parks-home-companies = { $n ->
    [0] No company takes part yet.
    [one] 1 company takes part.
   *[other] { $n } companies take part.
}
parks-home-contributed = { $n ->
    [0] No figures about { $period } have arrived yet.
    [one] 1 company has shared its figures about { $period }.
   *[other] { $n } companies have shared their figures about { $period }.
}
parks-home-next = Next step
parks-home-next-parks = Put your business parks in first: all at once from a file, or one by one.
parks-home-next-parks-go = Add parks
parks-home-next-invite = The parks are there. Now invite companies, each with a link of its own.
parks-home-next-invite-go = Invite companies
parks-home-next-publish = There are figures of { $n } companies about { $period }. See what you can publish.
parks-home-next-publish-go = Prepare a publication
parks-home-next-again = The figures about { $period } have been published. Did companies give figures after that? Then see whether you can publish again.
parks-home-next-again-go = See whether you can
parks-home-next-wait = It is up to the companies. Once five of them share their figures, you can publish.
parks-home-next-wait-go = See who takes part
parks-home-links = In this programme
parks-home-parks = Parks
parks-home-parks-about = Business parks by municipality, with what is known of them.
parks-home-participation = Participation
parks-home-participation-about = How many companies were invited, take part and share their figures.
parks-home-publish = Publish
parks-home-publish-about = Fix the figures of a quarter. You first see what is not shown, and why.
parks-home-compare = Compare
parks-home-compare-about = Two to six parks side by side.
parks-home-trend = From quarter to quarter
parks-home-trend-about = Parks over time.
parks-home-themes = Themes
parks-home-themes-about = For which capitals companies agreed on something.
parks-home-network = Value network
parks-home-network-about = How much is offered and needed, and who helps whom.
parks-home-public = Public page
parks-home-public-about = What everybody gets to see, and when.
parks-never-answers = Staff of a programme never reach the answers of companies.

# The list of parks.
parks-title = Parks
parks-lead = Each park is a place of its own in Meervoud, with rounds of its own. The facts here are shown beside the scores and never count in them.
parks-empty = There are no parks in this programme yet.
parks-empty-reader = There are no parks in this programme yet. Somebody who works for the programme can add them.
parks-count = { $n ->
    [one] 1 park
   *[other] { $n } parks
}
parks-search = Find a park
parks-search-hint = By name, municipality or register number.
parks-search-none = No park found.
parks-search-found = { $found } of { $all } parks
parks-search-region = Municipality
parks-search-everywhere = All municipalities
parks-show-more = Show { $n } more
parks-no-region = Without a municipality code
parks-region-hectares = { $hectares } ha gross
parks-region-hectares-known = { $hectares } ha gross, known of { $known }
parks-gross = { $hectares } ha gross
parks-net = { $hectares } ha net
parks-kind = type { $kind }
parks-nothing-known = No facts yet
parks-add = Add one park
parks-add-title = Add a park
parks-add-submit = Add

# A file of parks.
parks-import-title = Parks from a file
parks-import-lead = Choose a CSV file as the Dutch national register IBIS makes it. You first see what it holds. Parks with the same register number (RIN) get the new facts and are never doubled. Their rounds stay.
parks-import-columns = It needs a column naam (name). Meervoud also reads: gemeente_code, gemeente, rin, jaar, ha_bruto, ha_netto and type. At most 4,000 lines.
parks-import-file = File of parks (CSV)
parks-import-source = Source (may stay empty)
parks-import-source-hint = For example: IBIS 2024. It is shown with each park.
parks-import-seen = { $added ->
    [0] No new parks
    [one] 1 new park
   *[other] { $added } new parks
}, { $changed } with other facts, { $same } without a difference
parks-import-left-out = { $n ->
    [one] 1 line does not become a park. The list below says why.
   *[other] { $n } lines do not become parks. The list below says why.
}
parks-import-refused = This file cannot be read
parks-import-regions = Municipalities in the file
parks-import-region = { $name } ({ $code }): { $n }
parks-import-first = The first parks, as they will be kept
parks-import-notes = { $n ->
    [one] 1 thing stood out
   *[other] { $n } things stood out
}
parks-import-notes-none = Nothing stood out.
parks-import-notes-more = And { $n } more.
parks-import-line = Line
parks-import-what = What stood out and what Meervoud does
parks-import-submit = { $n ->
    [one] Bring 1 park in
   *[other] Bring { $n } parks in
}
parks-import-nothing = Everything in this file is there already.
parks-import-done = Brought in: { $added } new, { $changed } with other facts, { $same } without a difference.
parks-note-no-text = This is not a text file. Save the table as CSV.
parks-note-quote = A quotation mark here is never closed. Mend it and choose the file again.
parks-note-empty = There are no parks in this file.
parks-note-too-many = The file has more than { $most } lines. Split it.
parks-note-no-name-column = There is no column naam (name). Without names Meervoud does not know which parks these are.
parks-note-encoding = The file was saved as { $encoding }. Meervoud reads it as that.
parks-note-column-missing = The column for { $column } is missing. New parks do not get that fact; parks that are here keep theirs.
parks-note-column-twice = The column { $name } is there twice. The first one counts.
parks-note-columns-passed-over = Meervoud does not read these columns: { $names }.
parks-note-cells = This line has { $n } cells instead of { $expected }. What is missing stays unknown.
parks-note-characters-repaired = Letters were garbled: ‘{ $was }’. Meervoud makes it ‘{ $now }’.
parks-note-characters-lost = Letters were lost in ‘{ $value }’. Mend that by hand later.
parks-note-name-missing = There is no name. This line does not become a park.
parks-note-name-long = The name is longer than { $most } characters. It becomes: ‘{ $name }’.
parks-note-name-twice = ‘{ $name }’ is on line { $first } too. They become two parks.
parks-note-name-kept = This park is called ‘{ $known }’ here and ‘{ $name }’ in the file. The name here stays.
parks-note-capitals = ‘{ $name }’ has odd capitals. The name stays as it is.
parks-note-number-missing = There is no register number (RIN). Meervoud will know this park by its name and municipality.
parks-note-number-twice = Register number { $number } is on line { $first } too. That line counts, this one does not.
parks-note-code-odd = ‘{ $value }’ is not a municipality code. The park is listed without one.
parks-note-two-municipalities = Code { $code } is called { $known } earlier in the file and { $name } here. Each park keeps the name on its line.
parks-note-unknown = { $column } says ‘{ $value }’. That stays unknown.
parks-note-kind-empty = There is no type. It stays unknown.
parks-note-hectares-odd = { $column } says ‘{ $value }’. That is not an area and stays unknown.
parks-note-net-zero = Net says 0 hectares. That is how a register leaves it open. Net stays unknown.
parks-note-net-larger = Net ({ $net } ha) is more than gross ({ $gross } ha). Both stay.
parks-note-year-odd = ‘{ $value }’ is not a year or a day. It stays unknown.
parks-note-two-known = There are more parks called ‘{ $name }’ already, and this line has no number. It is passed over.
parks-column-name = name
parks-column-code = municipality code
parks-column-municipality = municipality
parks-column-number = register number
parks-column-asOf = year
parks-column-gross = gross area
parks-column-net = net area
parks-column-kind = type

# One park and its facts.
parks-park-of = Park in the programme { $programme }
parks-park-work = Rounds, sessions and outcomes of this park
parks-park-work-about = Here park management works with the questionnaire about the whole park.
parks-facts-title = Facts
parks-facts-about = These facts are shown beside the scores and never count in them.
parks-facts-change = Change the facts
parks-fact-unknown = Not known
parks-fact-name = Name
parks-fact-municipality = Municipality
parks-fact-code = Municipality code
parks-fact-code-hint = Four digits, such as 1509.
parks-fact-number = Register number (RIN)
parks-fact-kind = Type
parks-fact-gross = Gross area in hectares
parks-fact-net = Net area in hectares
parks-fact-as-of = Year or day of these figures
parks-fact-as-of-hint = Such as 2024 or 2024-01-31.
parks-fact-source = Source
parks-hectares = { $hectares } ha
parks-fault-name = Give the park a name of at most 120 characters.
parks-fault-code = A municipality code has four digits, such as 1509.
parks-fault-gross = Write the gross area as a number, such as 12.5.
parks-fault-net = Write the net area as a number, such as 12.5.
parks-fault-as-of = Write a year (2024) or a day (2024-01-31).

# Who takes part.
parks-part-title = Participation
parks-part-lead = How far companies are about { $period }. You see numbers, and never an answer or a score.
parks-part-state-about = You see whether a company has started and shared its figures only of companies that agreed to be counted.
parks-part-total = All parks
parks-part-park = Park
parks-part-invited = Open links
parks-part-joined = Take part
parks-part-consented = Consented
parks-part-started = Started
parks-part-contributed = Shared figures
parks-part-anywhere = { $n ->
    [one] 1 open link has no park yet: that company chooses it.
   *[other] { $n } open links have no park yet: those companies choose it.
}
parks-part-parks = By park
parks-part-table = How far companies are, by park
parks-part-parks-hidden = { $n ->
    [one] On 1 park nobody has been invited yet.
   *[other] On { $n } parks nobody has been invited yet.
}
parks-part-companies = Companies that take part
parks-part-companies-none = No company takes part yet.
parks-part-companies-found = { $n ->
    [0] No company found.
    [one] 1 of { $all } companies
   *[other] { $n } of { $all } companies
  }
parks-part-search = Find a company or park
parks-part-search-state = How far
parks-part-search-all = All companies
parks-part-names-hidden = Only those who invite companies see their names: the programme manager and the advisers.
parks-part-state-joined = Takes part
parks-part-state-started = Started
parks-part-state-contributed = Shared its figures
parks-part-remind = Remind
parks-part-remind-of = Remind { $name }
parks-part-remind-title = A reminder for { $name }
parks-part-remind-about = Copy this text and send it yourself, or open it in your mail program.
parks-part-remind-subject = { $programme }: the questionnaire about { $period }
parks-part-remind-text = Dear people of { $name }, you take part in { $programme }. Would you fill in the questionnaire about { $period }? You find it here: { $url } What you fill in stays yours. Figures only count when you consent to that yourself.
parks-part-text = Text
parks-part-mail = Open in your mail program

# Links for companies.
parks-links-title = Open links
parks-links-none = There are no open links.
parks-links-unnamed = A company
parks-links-any = Chooses a park itself
parks-links-until = Valid until { DATETIME($until, dateStyle: "long") }
parks-links-withdraw = Withdraw
parks-links-withdraw-of = Withdraw the link for { $name }
parks-invite = Invite a company
parks-invite-title = Invite a company
parks-invite-about = You get a link for one company, valid for 30 days. Taking part is not consent: the company chooses later which figures it shares.
parks-invite-note = For which company? (may stay empty)
parks-invite-note-hint = So you know the link later. The company does not see this.
parks-invite-park = On which park?
parks-invite-park-free = The company chooses
parks-invite-submit = Make the link
parks-invite-link = Link for this company
parks-invite-once = You see this link only now. Copy it and send it to the company.
parks-invite-subject = Take part in { $programme }
parks-invite-text = You are invited to let your company take part in { $programme }. This link lets you take part: { $url } Taking part is no consent. You choose later which figures you share.

# A company that takes a link up.
parks-join-title = Take part with your company
parks-join-missing-title = A piece of this link is missing
parks-join-missing = Copy the whole link from the message and open it again. If that does not work, ask whoever invited you for a new link.
parks-join-lead = { $programme } invites your company to take part.
parks-join-park = It is about a company on { $park }.
parks-join-what = What taking part means
parks-join-what-seen = The programme sees that your company takes part, on which business park and in which sector.
parks-join-what-consent = You share nothing else. You choose later whether figures of your company count. You then first see exactly which figures those are.
parks-join-what-leave = You can always stop again.
parks-join-as = You are signed in as { $name } ({ $email }).
parks-join-company = Which company takes part?
parks-join-company-new = A new company
parks-join-company-name = Name of your company
parks-join-which-park = On which business park?
parks-join-choose = Choose
parks-join-sector = In which sector?
parks-join-sector-hint = Choose what fits your company best. That way the programme can look at sectors too.
parks-join-sector-none = I would rather not say
parks-join-submit = Take part
parks-join-submit-new = Make an account and take part
parks-join-known = Sign in
parks-join-who = Do you have an account?
parks-join-who-new = No, make one
parks-join-who-known = Yes, I sign in
parks-join-fault-park = Choose the business park that your company is on.
parks-join-fault-company = Give your company a name.

# Sections of SBI 2008.
parks-decimal = .
parks-period = the { $quarter ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
} quarter of { $year }
