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
publish-earlier = This quarter was last published on { $date } (number { $number }).

publish-away = This quarter could not be fetched. Check your network and try again.

publish-shown-title = 2. What goes in, and what does not
publish-stands = This quarter cannot be published again now. Since it was last published, fewer than five companies changed, or too few of their figures did. From the difference somebody could work out what they scored. The last publication stays.
publish-unchanged = Nothing has changed since this quarter was last published. There is no need to publish again.
publish-nothing = No figure can be shown yet.
publish-no-values = You see the figures themselves only after publishing. Otherwise somebody could look before and after one company gives figures, and work out what that company scored.
publish-count = { $shown } of the { $all } figures go in: of { $rows ->
    [one] 1 group
   *[other] { $rows } groups
  }, for each capital, inside and outside separately and together.
publish-all-shown = All figures go in. There is nothing that has to stay hidden.
publish-kept = Keeps the earlier figure
publish-kept-why = { $n ->
    [one] This group keeps
   *[other] These { $n } groups keep
  } the figure of an earlier publication of this quarter. Too few companies changed there since, or there are too few now. Readers see the date beside it.
publish-too-few = Too few companies
publish-too-few-why = A figure goes in when at least five companies make it together.
publish-too-few-row = { $row }: { $n } of 5
publish-complement = Would give away what another company scored
publish-complement-why = These groups are large enough. But taking them away from what is shown would leave a group that is too small.
publish-silent = No figures yet
publish-silent-why = No company in these groups has given figures yet.
publish-groups = Show the { $n } groups
publish-only-for = { $row } (only { $capitals })
publish-parts = Inside and outside separately: { $hidden } of the { $all } figures do not go in.
publish-slopes = Change since { $period }: { $n ->
    [0] no company gave figures in both quarters. No change goes in.
    [one] 1 company gave figures in both quarters.
   *[other] { $n } companies gave figures in both quarters. { $shown } of the { $all } changes go in.
  }
publish-themes-shown = Also in it: for which capitals companies agreed on something, in round numbers and over the whole programme.
publish-themes-told-before = What companies agreed on was told before for this quarter, here or by another programme with the same companies. That stays as it is.
publish-themes-too-few = What companies agreed on does not go in. That needs at least ten companies.
publish-own = { $n ->
    [one] What 1 business park says of itself goes in too.
   *[other] What { $n } business parks say of themselves goes in too.
  }

publish-public-title = 3. What readers get to see
publish-public-note = This is how everybody reads it on the public page, if that is on. Where there are fewer than five companies on a park, it does not say how many; a municipality or sector with fewer than five is left out. In the overview you and your colleagues read every number.
publish-table-caption = { $period }, { $horizon }, inside and outside together
publish-table-group = Group
publish-cell-shown = goes in
publish-cell-too-few = too few
publish-cell-complement = hidden
publish-cell-kept = earlier figure
publish-cell-n-few = fewer than 5 companies
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
publish-done-title = Published: { $period }
publish-done-note = Everybody who works in this programme now sees the figures in the overview. If the public page is on, they are there too.
