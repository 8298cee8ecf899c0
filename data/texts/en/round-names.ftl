# Names that are needed beyond the pages of rounds too: quarters and groups. The rest stands in rounds.ftl.
round-period-quarter = { $quarter ->
    [1] First
    [2] Second
    [3] Third
   *[4] Fourth
} quarter of { $year }
round-group-management = Management
round-group-staff = Staff
round-group-customer = Customers
round-group-supplier = Suppliers
round-group-neighbour = Neighbours
round-group-education = Education
round-group-government = Government
round-group-other = Others
