"""What to show, as data: lists are definitions applied to actions and a day; nothing here prints or asks the clock."""
