package i18n

// tables are all sentences, by area; see the file of each.
var tables = []map[string]text{
	problemTexts,
	checkTexts,
	twilioTexts,
}
