# Publishing a quarter of a programme.
publish-title = Publish
publish-lead = You publish the figures of one quarter. First you see what goes in and what does not, and why.
publish-empty = No company has given figures to this programme yet. You can publish once at least five companies have.
publish-not-yours = The manager and the analyst of a programme prepare a publication. What was published is in the overview.
publish-to-overview = To the overview

publish-quarter-title = 1. Choose the quarter
publish-quarter = Quarter
publish-quarter-option = { $period }: { $n ->
    [0] no company yet
    [one] 1 company
   *[other] { $n } companies
  }{ $releases ->
    [0] { "" }
   *[other] { ", published" }
  }
publish-coverage = { $contributed } of the { $joined } companies that take part gave figures about { $period }. Taking part is their own choice.
publish-versions = They filled in version { $versions } of the questionnaire.
publish-earlier = The publication of this quarter before was number { $number }, on { $date }.

publish-away = This quarter could not be fetched. Check your network and try again.

publish-shown-title = 2. What goes in, and what does not
publish-stands = This quarter cannot be published again now. Fewer than five companies differ from the publication before, or they do not differ enough. From the difference somebody could work out what they scored. The publication before stands.
publish-unchanged = Nothing changed since the publication of this quarter before. There is no need to publish again.
publish-nothing = No figure can be shown yet.
publish-no-values = You see the figures themselves after publishing. Whoever looks just before and after one company could otherwise work out what that company scored.
publish-count = { $shown } of the { $all } figures go in: of { $rows ->
    [one] 1 group
   *[other] { $rows } groups
  }, for each capital, inside and outside apart and together.
publish-all-shown = All figures go in. There is nothing that has to stay hidden.
publish-too-few = Too few companies
publish-too-few-why = A figure goes in when at least five companies make it together.
publish-too-few-row = { $row }: { $n } of 5
publish-complement = Would give away what another company scored
publish-complement-why = These groups are large enough. But beside what is shown, a group that is too small would be left.
publish-silent = No figures yet
publish-silent-why = No company in these groups has given figures yet.
publish-groups = Show the { $n } groups
publish-only-for = { $row } (only { $capitals })
publish-row-programme = The whole programme
publish-row-region = Municipality or region { $code }
publish-row-park = A business park without a name
publish-parts = Inside and outside apart: { $hidden } of the { $all } figures do not go in.
publish-slopes = Change since { $period }: { $n ->
    [0] no company gave figures in both quarters. No change goes in.
    [one] 1 company gave figures in both quarters.
   *[other] { $n } companies gave figures in both quarters. { $shown } of the { $all } changes go in.
  }
publish-themes-shown = Also in it: for which capitals companies agreed on something, in round numbers and over the whole programme.
publish-themes-told-before = What companies agreed on is in an earlier publication of this quarter. That stays as it is.
publish-themes-too-few = What companies agreed on does not go in. That needs at least ten companies.
publish-own = { $n ->
    [one] The own profile of 1 business park goes along.
   *[other] The own profiles of { $n } business parks go along.
  }

publish-public-title = 3. What readers get to see
publish-public-note = This is how it will stand in the overview, and on the public page if that is on. Each cell says how many companies it is of.
publish-table-caption = { $period }, { $horizon }, inside and outside together
publish-table-group = Group
publish-cell-shown = goes in
publish-cell-too-few = too few
publish-cell-complement = hidden
publish-cell-none = no figures
publish-cell-n = { $n ->
    [one] 1 company
   *[other] { $n } companies
  }

publish-confirm-title = 4. Publish
publish-confirm-note = Publishing cannot be undone. A company that withdraws later is left out of the next publication, not of this one.
publish-confirm-box = I know that this cannot be undone.
publish-confirm-fault = Tick the box first: publishing cannot be undone.
publish-confirm-submit = Publish { $period }
publish-managers-only = Only a manager of the programme can publish. You can look at everything.
publish-done-title = { $period } is published
publish-done-note = Everybody who works in this programme now sees the figures in the overview. If the public page is on, they are there too.
