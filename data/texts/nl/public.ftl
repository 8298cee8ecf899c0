# De openbare pagina van een programma, zonder account te lezen.
public-skip = Naar de inhoud
public-other-language = English
public-empty = Er is nog niets gepubliceerd. Kom later terug.
public-contact = Vragen? { $contact }
public-accessibility = Toegankelijkheid
public-privacy = Privacy
public-figures = Cijfers over { $period }
public-quarter = kwartaal { $quarter } van { $year }
public-took-part = { $joined ->
    [one] Eén bedrijf koos ervoor om mee te doen.
   *[other] { $joined } bedrijven kozen er zelf voor om mee te doen.
} { $contributed ->
    [one] Van één bedrijf tellen de cijfers van dit kwartaal mee.
   *[other] Van { $contributed } bedrijven tellen de cijfers van dit kwartaal mee.
} Wat anderen vinden of doen, weten we niet.
public-no-order = De bedrijventerreinen staan op naam. Het is geen ranglijst: terreinen verschillen in grootte, soort en ligging.
public-choose = Kies een kwartaal en een moment
public-table-caption = Gemiddelde score van bedrijven per kapitaal, van 0 tot 100
public-park = Terrein
public-companies-column = Bedrijven
public-kind-park = Bedrijventerreinen
public-kind-region = Gemeenten
public-kind-sector = Sectoren
public-whole = Het hele programma
public-end-low = 15 of lager
public-end-high = 85 of hoger
public-none = geen cijfers
public-why-few = minder dan 5 bedrijven
public-why-complement = niet te tonen
public-hidden = Een vak blijft leeg als er minder dan 5 bedrijven achter zitten, of als u anders kunt uitrekenen wat één bedrijf scoorde.
public-mean = Elk bedrijf telt even zwaar. Scores onder 15 tellen als 15 en scores boven 85 als 85.
public-download = Cijfers meenemen
public-csv = Download als CSV
public-json = Download als JSON
public-licence-by = U mag deze cijfers vrij gebruiken. Noem als bron: { $title }.
public-licence-zero = U mag deze cijfers vrij gebruiken, ook zonder bron te noemen.
public-companies = Bedrijven die meedoen
public-companies-about = Deze bedrijven wilden hier genoemd worden. Er doen er misschien meer mee.
public-missing-title = Deze pagina is er niet
public-missing = Klopt het adres? Misschien is de pagina nog niet openbaar, of niet meer.
