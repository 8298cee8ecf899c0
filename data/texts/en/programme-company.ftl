# A company in a regional programme: what it takes part in, what it shares, and how it stands beside others.

programme-company-title = Regional programmes
programme-company-intro = In a programme, companies of several business parks take part. You choose what you share. Without your consent nothing goes to a programme.
programme-company-none = This company takes part in no programme yet. A programme invites you with a link.
programme-company-park = { $park }
programme-company-sector = sector { $sector }
programme-company-since = has taken part since { $day }
programme-company-left = left on { $day }
programme-company-shares = Shares figures
programme-company-shares-not = Shares no figures
programme-company-all = All programmes

# Consent
programme-company-consents-title = What you share
programme-company-consents-intro = You consent to each purpose by itself. Everything is off until you turn it on. You can withdraw every consent.
programme-company-consents-owners = Only an owner of this company can give or withdraw consent.
programme-company-consents-know = The manager and the advisers of the programme always see that your company takes part: they invited you.
programme-company-purpose-benchmark = Sharing figures
programme-company-purpose-named = Being named on the business park
programme-company-purpose-public = Being on the public list
programme-company-statement-benchmark-1 = Our scores count in figures about groups of at least five companies. The programme cannot look at our own scores.
programme-company-statement-named-1 = The name of our company stands with our business park. Everybody who works for the programme sees that name, and so do other participants on the park.
programme-company-statement-public-1 = The name of our company stands on the public list of participants. Anybody can read that list.
programme-company-benchmark-seen = When you give this consent, whoever works for the programme also sees whether your company has started this quarter, and whether it shared figures.
programme-company-given = Consent given
programme-company-not-given = No consent
programme-company-give = Give consent
programme-company-give-of = to: { $purpose }
programme-company-withdraw = Withdraw consent
programme-company-withdraw-of = to: { $purpose }
programme-company-done-given = Your consent has been recorded.
programme-company-done-withdrawn = Your consent has been withdrawn.
programme-company-withdraw-title = Withdraw consent?
programme-company-withdraw-benchmark = The figures that you shared are deleted from the programme at once. In new figures they do not count any more. What was published stays: those are figures of at least five companies together. A later publication about the same quarter may still tell them. Meervoud remembers your scores in earlier publications, so that nobody can work them out. Nobody of the programme can read them.
programme-company-withdraw-named = Your name leaves the list of the business park at once.
programme-company-withdraw-public = Your name leaves the public list within a few minutes. Whoever kept a copy of that list still has your name.
programme-company-withdraw-yes = Yes, withdraw

# What is shared
programme-company-preview-title = Exactly this goes to the programme
programme-company-preview-none = Nothing goes along yet: your company has no closed round with the questionnaire of this programme. If you consent now, the figures go along by themselves once you close such a round.
programme-company-preview-start = Make a round
programme-company-preview-counts = Your figures count in: { $groups }.
programme-company-preview-whole = the whole programme
programme-company-preview-later = Every round that you close after this goes along by itself. That stops when you withdraw your consent.
programme-company-preview-never = What never goes along: answers, remarks, names of people, titles of rounds, evidence and the words of agreements.
programme-company-preview-archive = Rounds of an imported archive do not go along until you close them here again. A round that was handed over, or that comes from a file, goes along only when you say yes to that here.
programme-company-preview-round = From the round { $round }. Its title does not go along.
programme-company-preview-themes = Capitals with an agreement: { $names }.
programme-company-preview-themes-none = Capitals with an agreement: none.
programme-company-preview-value = Capital
programme-company-preview-together = Together
programme-company-preview-missing = no score
programme-company-preview-period = { $period }
programme-company-preview-caption = { $period }, { $horizon }: scores from 0 to 100
programme-company-preview-new = These figures have not been shared yet: { $periods }.
programme-company-preview-add = Share these figures too
programme-company-preview-name = This name becomes visible: { $name }
programme-company-preview-name-park = with { $park }
programme-company-copied = This is what the programme has now

# Your company beside others
programme-company-benchmark-title = Your company beside others
programme-company-benchmark-empty = This programme has published nothing yet. After its first publication you see your company beside others here.
programme-company-benchmark-stale = This quarter could not be fetched. You still see the quarter that was there already.
programme-company-benchmark-not-in = Your figures do not count in this publication. That is why you see no comparison here.
programme-company-benchmark-older = There is a newer publication about this quarter, without your figures. This is the last one in which you count.
programme-company-benchmark-who = In this programme, { $contributed } of { $joined } companies that take part chose to share figures about this quarter. Companies that do not take part do not count.
programme-company-benchmark-published = Published on { $day }.
programme-company-benchmark-period = Quarter
programme-company-benchmark-horizon = When
programme-company-benchmark-group = Beside
programme-company-benchmark-perspective = Inside or outside
programme-company-group-park = { $name }
programme-company-group-region = { $name }
programme-company-group-programme = the whole programme
programme-company-key-own = Your company
programme-company-key-mean = Mean of the group, your company included
programme-company-key-band = The middle half of the companies: a quarter scores lower, a quarter higher
programme-company-chart = Your score and the mean for each capital, beside { $group }
programme-company-row-own = You: { $own }.
programme-company-row-own-none = You: no score.
programme-company-row-mean = Mean { $mean } ({ $n } companies).
programme-company-row-low = Mean 15 or lower ({ $n } companies).
programme-company-row-high = Mean 85 or higher ({ $n } companies).
programme-company-row-needed = Not shown yet: { $has } of { $needed } other companies needed.
programme-company-row-hidden = Not shown, to protect companies ({ $n } companies).
programme-company-higher = Higher than the mean: { $names }.
programme-company-lower = Lower than the mean: { $names }.
programme-company-equal = About equal: { $names }.
programme-company-nothing = There is nothing to show of this group yet.
programme-company-small = The group is small. Read this with care. From ten other companies on you also see where the middle half is.
programme-company-table-own = Your company
programme-company-table-mean = Mean
programme-company-table-band = Middle half
programme-company-table-n = Companies
programme-company-table-caption = { $period }, { $horizon }: your company beside { $group }
programme-company-table-low = 15 or lower
programme-company-table-high = 85 or higher
programme-company-table-band-of = { $lower } to { $upper }
programme-company-table-hidden = not shown
programme-company-table-needed = { $has } of { $needed } needed

# Who else there is
programme-company-neighbours-title = Other companies on { $park }
programme-company-neighbours-none = No other company on this business park lets itself be named yet.
programme-company-neighbours-about = Only companies that want to be named.

# What you decided
programme-company-ledger-title = What you decided
programme-company-ledger-intro = Every consent that this company gave or withdrew. This list never changes. If you erase this company, the list goes with it.
programme-company-ledger-empty = No consent has been given yet.
programme-company-ledger-given = { $who } gave consent: { $purpose }
programme-company-ledger-withdrawn = { $who } withdrew consent: { $purpose }
programme-company-ledger-nobody = A former member
programme-company-ledger-statement = The sentence that stood on the page ({ $language }, { $version }):
programme-company-language-nl = Dutch
programme-company-language-en = English
programme-company-ledger-download = Download this list as CSV
programme-company-given-download = Download the shared figures as CSV
programme-company-ledger-file = consents
programme-company-given-file = shared figures
programme-company-column-number = number
programme-company-column-at = time (UTC)
programme-company-column-who = who
programme-company-column-act = what
programme-company-column-purpose = purpose
programme-company-column-version = sentence
programme-company-column-sentence = text of the sentence
programme-company-column-language = language
programme-company-column-period = quarter
programme-company-column-horizon = time
programme-company-column-value = capital
programme-company-column-perspective = view
programme-company-column-score = score
programme-company-column-shared = shared on (UTC)
programme-company-act-given = given
programme-company-act-withdrawn = withdrawn

# Leaving
programme-company-leave-title = Leaving this programme
programme-company-leave-about = If you leave, all your consents end. The figures that you shared and what you offered or looked for are deleted at once. Agreements with other companies are over. What was published stays: those are figures of at least five companies together.
programme-company-leave = Leave this programme
programme-company-leave-sure = Leave { $programme }?
programme-company-leave-again = To take part again later, you need a new link from the programme.
programme-company-leave-yes = Yes, leave
programme-company-left-about = This company left this programme on { $day }. No figures are shared any more.
