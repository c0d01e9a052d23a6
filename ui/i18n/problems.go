package i18n

// problemTexts has "problem.CODE" and, where something can be done, "problem.CODE.hint".
var problemTexts = map[string]text{}
