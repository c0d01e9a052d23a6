package i18n

// checkTexts has "check.CODE" and "check.CODE.hint".
var checkTexts = map[string]text{}
