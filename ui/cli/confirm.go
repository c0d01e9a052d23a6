package cli

import (
	"bufio"
	"context"
	"fmt"
	"slices"
	"strings"

	"logto-twilio/ui/i18n"
)

// confirm asks a question on the terminal: yes is said, anything else is no. Where
// there is nobody to ask, key is the error that says so.
func confirm(ctx context.Context, env Env, tr i18n.Printer, question, key string) (bool, error) {
	if !env.Terminal {
		return false, usageError(tr, key)
	}
	fmt.Fprint(env.Err, hanging(env.ErrWidth, tr.T("cli.confirm", "question", question))+" ")
	answer := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(env.In).ReadString('\n') // the end of the input is a no
		answer <- strings.ToLower(strings.TrimSpace(line))
	}()
	select {
	case <-ctx.Done():
		fmt.Fprintln(env.Err)
		return false, interrupted(tr)
	case said := <-answer:
		return slices.Contains([]string{"y", "yes", "是"}, said), nil
	}
}
