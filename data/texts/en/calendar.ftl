# The calendar with days to look back (ICS).
calendar-name = Meervoud: looking back at { $organisation }
calendar-review = Look back: { $title }
calendar-owner = Who takes care of it: { $owner }
