package cli

import (
	"github.com/spf13/cobra"

	"logto-twilio/ui/i18n"
)

// commands make the commands beside the walk, each in a file of its own.
var commands = []func(Env, i18n.Printer) *cobra.Command{
	newValidate,
	newPreview,
	newGenerate,
	newExport,
	newRender,
	newDoctor,
	newSend,
	newPush,
	newPull,
	newSchema,
	newExplain,
	newCompletion,
	newMan,
}
