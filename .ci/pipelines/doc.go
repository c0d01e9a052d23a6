// Package pipelines holds what runs on other people's machines, the workflows, the
// GitHub Action and the pre-commit hook, against what they promise: its tests lint
// them and run them as GitHub and pre-commit would.
package pipelines
