# Een andere naam voor een organisatie of een ronde.

rename-organisation = Andere naam voor de organisatie
rename-round = Andere naam voor de ronde
rename-name = Naam
rename-organisation-hint = Alleen de naam verandert: rondes, antwoorden en uitkomsten blijven.
rename-round-hint = Alleen de naam verandert: antwoorden en uitkomsten blijven. Een uitkomst die al is gemaakt, houdt de naam van toen.
rename-fault = Vul een naam in.
rename-save = Bewaren
