# The public page of a programme, to be read without an account.
public-skip = To the content
public-other-language = Nederlands
public-empty = Nothing was published yet. Come back later.
public-contact = Questions? { $contact }
public-accessibility = Accessibility
public-privacy = Privacy
public-figures = Figures about { $period }
public-quarter = quarter { $quarter } of { $year }
public-took-part = { $joined ->
    [one] One company chose to take part.
   *[other] { $joined } companies chose to take part.
} { $contributed ->
    [one] The figures of one company about this quarter are counted.
   *[other] The figures of { $contributed } companies about this quarter are counted.
} What others think or do, we do not know.
public-no-order = Parks stand in order of name. This is no ranking: parks differ in size, kind and place.
public-choose = Choose a quarter and a moment
public-table-caption = Mean score of companies per capital, from 0 to 100
public-park = Park
public-companies-column = Companies
public-kind-park = Business parks
public-kind-region = Municipalities
public-kind-sector = Sectors
public-whole = The whole programme
public-end-low = 15 or lower
public-end-high = 85 or higher
public-none = no figures
public-why-few = fewer than 5 companies
public-why-complement = not shown
public-hidden = A box stays empty when there are fewer than 5 companies behind it, or when you could work out what one company scored.
public-mean = Every company counts the same. Scores below 15 count as 15 and scores above 85 as 85.
public-download = Take the figures along
public-csv = Download as CSV
public-json = Download as JSON
public-licence-by = You may use these figures freely. Name as source: { $title }.
public-licence-zero = You may use these figures freely, without naming a source too.
public-companies = Companies that take part
public-companies-about = These companies wanted to be named here. There may be more that take part.
public-missing-title = There is no such page
public-missing = Is the address right? Maybe the page is not public yet, or not any more.
