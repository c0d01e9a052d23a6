package cli

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// choose is what is to be switched on: what the flags say, else what a person answers.
// It is nothing where only a look or a proof is wanted.
func (c *enableCommand) choose(ctx context.Context, look walk.SignInLook) (signin.Choice, error) {
	switch {
	case c.choice != signin.Choice{}:
		return c.choice, nil
	case c.number != "":
		return signin.Choice{}, nil
	}
	for _, said := range look.NotOffered(c.Printer) {
		c.tell(said.Message, said.Hint)
	}
	questions := look.EnableQuestions(c.Printer)
	switch {
	case c.dryRun:
		return signin.Choice{}, nil
	case len(questions) == 0:
		c.tell(c.T("enable.nothing-left"))
		return signin.Choice{}, nil
	case c.yes || !c.Terminal:
		return signin.Choice{}, because(reasonNobodyToAsk, c.usageError("enable.unchosen"))
	}
	answers := map[signin.Use]string{}
	for _, q := range questions {
		if q.Moot(answers) {
			continue
		}
		var err error
		if answers[q.Use], err = c.answer(ctx, q); err != nil {
			return signin.Choice{}, err
		}
	}
	choice := walk.ChoiceOf(answers)
	if choice == (signin.Choice{}) {
		return choice, because(reasonDeclined, c.problemError("enable.declined"))
	}
	return choice, nil
}

// answer asks a question until it is answered with a number of its list, or with
// nothing, which takes the first.
func (c *enableCommand) answer(ctx context.Context, q walk.EnableQuestion) (string, error) {
	c.tell(q.Text, q.About)
	for i, choice := range q.Choices {
		c.tell(c.T("plain.row", "n", i+1, "label", choice.Label))
	}
	for {
		line, err := c.readLine(ctx, i18n.Prompt(c.T("plain.choose-default", "n", 1, "default", q.Choices[0].Label)))
		switch n, notNumber := strconv.Atoi(strings.TrimSpace(line)); {
		case errors.Is(err, io.EOF): // nobody is there any longer
			return "", because(reasonDeclined, c.problemError("enable.declined"))
		case err != nil:
			return "", c.interruptedBefore("enable.declined")
		case strings.TrimSpace(line) == "":
			return q.Choices[0].Value, nil
		case notNumber == nil && n >= 1 && n <= len(q.Choices):
			return q.Choices[n-1].Value, nil
		}
		c.tell(c.T("enable.no-answer", "of", len(q.Choices)))
	}
}

// refuse says why nothing is written. That a choice is not one is the fault of the
// command line.
func (c *enableCommand) refuse(notices []signin.Notice) error {
	var why *failure
	for _, n := range notices {
		said := c.SignInNotice(n)
		if n.Severity != problem.Error || why != nil {
			c.tell(said.Message, said.Hint)
			continue
		}
		why = &failure{said: said, exit: exitProblem, reason: string(n.Code)}
		chosen, _ := n.Args["chosen"].(bool)
		switch {
		case n.Code == signin.IdentifierUnchosen:
			why.said.Hint = c.T("enable.identifier.hint")
			why.exit = exitUsage
		case chosen:
			why.exit = exitUsage
		}
	}
	return why
}
