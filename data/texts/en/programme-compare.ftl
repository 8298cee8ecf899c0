# Parks side by side: the overview, one park, comparing, from quarter to quarter, themes.
compare-who = These figures are about { $period }. { $contributed } of the { $joined } companies that take part gave { $contributed ->
    [one] its
   *[other] their
  } figures. They chose to do so. This says nothing about other companies.
compare-no-order = Parks are in order of name, not from good to bad.
compare-small = With fewer than ten companies, each one weighs heavily. Read such figures with care.
compare-period = Quarter
compare-horizon = When
compare-perspective = Inside or outside
compare-together = Inside and outside together
compare-failed = Your choice could not be fetched. You still see what was here.
compare-failed-again = Try again
compare-programme = The whole programme
compare-region = Municipality or region { $code }
compare-park = A park without a name
compare-low = 15 or lower
compare-high = 85 or higher
compare-hidden = not shown
compare-none = no data
compare-companies = { $n ->
    [0] no companies
    [one] 1 company
   *[other] { $n } companies
  }
compare-of = { $joined ->
    [0] no companies
   *[other] { $contributed } of { $joined }
  }
compare-took-part = { $joined ->
    [0] No company takes part yet
   *[other] { $contributed } of { $joined } companies gave figures
  }
compare-figure = { $value } ({ $n ->
    [one] 1 company
   *[other] { $n } companies
  })
compare-earlier-complement = { $mark } From the publication of { $date } (number { $number }), because too few companies changed since. A new figure would give away what they scored.
compare-earlier-too-few = { $mark } From the publication of { $date } (number { $number }), because there are too few companies for a new figure now.
compare-earlier-said = from the publication of { $date }
compare-band = { $lower } to { $upper }
compare-as-table = As a table

# Nothing to see yet.
compare-nothing-prepare = Nothing has been published yet. You can prepare it once five companies have given figures.
compare-nothing-prepare-go = Prepare a publication
compare-nothing-wait = Nothing has been published yet. A manager of the programme publishes a quarter, and then you see it here.
compare-near = No park has 5 companies that gave figures yet. { $n ->
    [0] No park is close yet.
    [one] 1 park is close (3 or 4 companies).
   *[other] { $n } parks are close (3 or 4 companies).
  }
compare-near-go = See who takes part

# The overview: parks and capitals.
compare-heat-title = Parks and capitals
compare-heat-caption = Average of companies by park and capital, from 0 to 100. { $period }. { $horizon }. { $perspective }.
compare-heat-name = Park
compare-heat-companies = Companies
compare-heat-parks = Parks
compare-heat-regions = Municipalities and regions
compare-heat-sectors = Sectors
compare-heat-cell-n = of { $n }
compare-heat-key = What the boxes mean
compare-heat-key-bin = { $from } to { $to }
compare-heat-key-shade = Each tint is a step of 20 points. The colour does not say whether that is good or bad.
compare-heat-key-hidden = Not shown. Choose the box to see why.
compare-heat-key-none = Empty: no data.
compare-heat-key-ends = Is an average 15 or lower, or 85 or higher? Then we give no number. Otherwise you could see what a single company scored.
compare-why-button = Not shown: { $row }, { $capital }. Why?
compare-why-title = { $row }, { $capital }
compare-why-too-few = This figure is not shown, because it comes from { $n } of the 5 companies that are needed. Otherwise you could see what a single company scored.
compare-why-complement = This figure is not shown, although there are { $n } companies. Together with other figures it would give away what a single company scored.
compare-why-other = This figure is not shown.
compare-why-close = Close

# One park.
compare-figures-title = Figures of this park
compare-figures-who = About { $period }: { $contributed } of the { $joined } companies on this park that take part gave { $contributed ->
    [one] its
   *[other] their
  } figures. They chose to do so.
compare-figures-none = This publication has no figures of companies on this park.
compare-figures-chart = By capital: the average of companies on { $park }, of the whole programme, and what the park says of itself. From 0 to 100.
compare-figures-caption = { $park }, { $period }, { $horizon }
compare-figures-own = This park about itself: filled in by { $n ->
    [one] 1 person
   *[other] { $n } people
  } who run the park or work there.
compare-figures-own-none = What this park says of itself is not in this publication.
compare-key-mean = average of companies on this park
compare-key-mean-parks = average of companies on a park
compare-key-band = the middle half of those companies (from ten companies on)
compare-key-programme = average of the whole programme
compare-key-now = the park about itself, now
compare-key-intended = the park about itself, in three years
compare-key-low = 15 or lower, or 85 or higher: we give no number
compare-column-capital = Capital
compare-column-park = Park
compare-column-mean = Average
compare-column-n = Companies
compare-column-band = Middle half
compare-column-programme = Whole programme
compare-column-now = The park itself, now
compare-column-intended = The park itself, in three years
compare-words-own = the park itself { $score }
compare-words-own-both = the park itself { $now }, in three years { $intended }

# Comparing.
compare-title = Compare parks
compare-choose = Choose two to six parks
compare-choose-hint = Parks are in order of name.
compare-choose-fault = Choose at least two and at most six parks.
compare-chosen = { $n ->
    [0] No park chosen yet.
   *[other] { $n } of at most { $most } chosen.
  }
compare-chosen-off = Take away: { $name }
compare-chosen-full = You have { $most } already. There is no room for more parks. Untick one first.
compare-choose-submit = Compare
compare-choose-few = Comparing takes at least two parks.
compare-beside = Side by side
compare-beside-chart = { $capital }: average of companies by park, from 0 to 100. { $told }
compare-beside-caption = Parks side by side, { $period }, { $horizon }
compare-slopes = Changed since { $period }
compare-slopes-who = Only companies that gave figures in both quarters are counted here: { $n ->
    [0] no company
    [one] 1 company
   *[other] { $n } companies
  } in the whole programme. This does not say why anything changed.
compare-slopes-none = This publication has no comparison with an earlier quarter. That takes companies that gave figures in both quarters.
compare-slopes-hidden = The change of these parks cannot be shown. At least five companies must have given figures in both quarters.
compare-slopes-left-out = The change of { $names } is not shown. At least five companies must have given figures in both quarters. And nobody may be able to work out what one company scored.
compare-slope-chart = { $capital }, from { $from } to { $to }. { $told }
compare-slope-told = { $name }: { $before } and now { $now }.
compare-slopes-caption = Change of companies that gave figures in both quarters: { $from } and { $to }
compare-change = from { $before } to { $now }
compare-word-increased = higher
compare-word-decreased = lower
compare-word-no_clear_difference = no clear difference
compare-word-too_few_to_say = too few companies to say anything

# From quarter to quarter.
compare-trend-title = From quarter to quarter
compare-trend-capital = Capital
compare-trend-chart = { $capital } by quarter, from 0 to 100. { $told }
compare-trend-colour = Choose parks to follow
compare-trend-colour-hint = At most five. The whole programme is always there. The other parks are grey.
compare-trend-colour-submit = Show these parks
compare-trend-gap = A gap in a line means: there is no figure for that quarter, or it is not shown. The table says which of the two.
compare-trend-break = other questions
compare-trend-break-note = At a dashed line the questions changed. Figures before and after it cannot be compared.
compare-trend-companies = It is not always the same companies that take part. So a line may change without any company changing.
compare-trend-caption = { $capital } by quarter
compare-trend-one = Only one quarter has been published so far. You see a line once there are two.

# Themes.
compare-themes-title = Themes
compare-themes-lead = For which capitals companies agreed to do something. This is about the whole programme, in round numbers. What a company wrote is never here.
compare-themes-caption = Companies with an agreement, by capital, { $period }
compare-themes-column = Companies with an agreement
compare-themes-n = Of how many companies
compare-themes-none = Nothing about agreements was published for this quarter. That takes at least ten companies.
compare-themes-hidden = not shown: too few companies were counted
compare-themes-fewer_than_5 = fewer than 5
compare-themes-from_5_to_9 = 5 to 9
compare-themes-from_10_to_19 = 10 to 19
compare-themes-from_20_to_49 = 20 to 49
compare-themes-50_and_more = 50 or more
compare-themes-nearly_all = nearly all
compare-themes-order = Capitals are in a fixed order. More companies is not better or worse.
