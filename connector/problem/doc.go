// Package problem is the vocabulary of what can be wrong with a configuration and
// with what somebody types: codes with arguments and a place, and no sentence, which
// is ui/i18n's.
package problem
