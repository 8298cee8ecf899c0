# Another name for an organisation or a round.

rename-organisation = Another name for the organisation
rename-round = Another name for the round
rename-name = Name
rename-organisation-hint = Only the name changes: rounds, answers and outcomes stay.
rename-round-hint = Only the name changes: answers and outcomes stay. An outcome that was made before keeps the name it had then.
rename-fault = Fill in a name.
rename-save = Save
