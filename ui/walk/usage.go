package walk

import (
	"slices"

	"logto-twilio/connector"
)

// Use is something that an app may need SMS for, beyond signing up, signing in
// and recovering a password. Its sentence is ui/i18n's "use.ID".
type Use struct {
	ID    string
	Types []connector.UsageType
}

// Uses are the uses that the walk asks about.
func Uses() []Use {
	return []Use{
		{"second-factor", []connector.UsageType{connector.MfaVerification, connector.BindMfa}},
		{"change-phone", []connector.UsageType{connector.BindNewIdentifier}},
		{"sensitive", []connector.UsageType{connector.UserPermissionValidation}},
	}
}

// Has reports whether every type of a use has a template.
func (w *Walk) Has(u Use) bool {
	for _, t := range u.Types {
		if w.indexOf(t) < 0 {
			return false
		}
	}
	return true
}

// HasPart reports whether some but not all types of a use have a template.
func (w *Walk) HasPart(u Use) bool {
	return !w.Has(u) && slices.ContainsFunc(u.Types, func(t connector.UsageType) bool { return w.indexOf(t) >= 0 })
}

// Toggle adds templates for the types of a use that have none, or removes them
// all where none was missing.
func (w *Walk) Toggle(u Use) {
	if w.Has(u) {
		w.Templates = slices.DeleteFunc(slices.Clone(w.Templates), func(t connector.Template) bool {
			return slices.Contains(u.Types, t.UsageType)
		})
		return
	}
	for _, t := range u.Types {
		w.Add(t)
	}
}

// Add adds a template with the default text for a type that has none.
func (w *Walk) Add(u connector.UsageType) {
	if w.indexOf(u) < 0 {
		w.Templates = append(slices.Clone(w.Templates), connector.Template{
			UsageType: u, Content: connector.DefaultText(u, w.TextLanguage)})
	}
}

// AddMissing adds a template for every type that today's connector demands.
func (w *Walk) AddMissing() {
	for _, u := range w.MissingRequired() {
		w.Add(u)
	}
}

// Absent are the types that could be added beside the uses: those that are
// demanded, and Test.
func (w *Walk) Absent() []connector.UsageType {
	absent := w.MissingRequired()
	if w.indexOf(connector.Test) < 0 {
		absent = append(absent, connector.Test)
	}
	return absent
}

// Rename changes the usage type of the i-th template.
func (w *Walk) Rename(i int, u connector.UsageType) {
	w.Templates = slices.Clone(w.Templates)
	w.Templates[i].UsageType = u
}

// Remove takes the i-th template out.
func (w *Walk) Remove(i int) {
	w.Templates = slices.Delete(slices.Clone(w.Templates), i, i+1)
}

// SetContent changes the text of the i-th template.
func (w *Walk) SetContent(i int, content string) {
	w.Templates = slices.Clone(w.Templates)
	w.Templates[i].Content = content
}

// SwitchTexts changes the language of the default texts. A text that was
// written by hand stays.
func (w *Walk) SwitchTexts(l connector.TextLanguage) {
	old := w.TextLanguage
	w.TextLanguage = l
	w.Templates = slices.Clone(w.Templates)
	for i, t := range w.Templates {
		if t.Content == connector.DefaultText(t.UsageType, old) {
			w.Templates[i].Content = connector.DefaultText(t.UsageType, l)
		}
	}
}

// Required reports whether today's connector refuses a configuration without a type.
func Required(u connector.UsageType) bool {
	return slices.Contains(connector.Latest().Required, u)
}

// MissingRequired are the types that today's connector demands and no template has.
func (w *Walk) MissingRequired() []connector.UsageType {
	return connector.Latest().Missing(w.Config())
}

func (w *Walk) indexOf(u connector.UsageType) int {
	return slices.IndexFunc(w.Templates, func(t connector.Template) bool { return t.UsageType == u })
}
