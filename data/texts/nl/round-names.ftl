# Namen die ook buiten de pagina's van rondes nodig zijn: kwartalen en groepen. De rest staat in rounds.ftl.
round-period-quarter = { $quarter }e kwartaal { $year }
round-group-management = Directie en leiding
round-group-staff = Medewerkers
round-group-customer = Klanten
round-group-supplier = Leveranciers
round-group-neighbour = Buren
round-group-education = Onderwijs
round-group-government = Overheid
round-group-other = Anderen
