package cli

import (
	"context"

	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// prove lets Logto send a code, once, and has it check what arrived.
func (c *enableCommand) prove(ctx context.Context) error {
	if c.number == "" {
		return nil
	}
	proof := &walk.Proof{Number: c.number}
	if err := c.ask(ctx, proof.ProofQuestion(c.Printer, c.client.Host()), "enable.not-sent"); err != nil {
		return err
	}
	p := progress{c.app}
	p.say(c.T("proof.sending", "host", c.client.Host(), "number", c.number))
	err := c.client.SendCode(ctx, c.number)
	p.end()
	proof.Note(err)
	c.report.Test = &reportProof{Sent: walk.LogtoTestOf(err)}
	_, said := proof.ProofText(c.Printer, c.client.Host())
	if err != nil && (!proof.Sent || !c.Terminal || ctx.Err() != nil) {
		return failedWith(said, err)
	}
	c.tell(said.Message, said.Hint)
	c.showPhone(ctx)
	if !c.Terminal {
		c.tell(c.T("proof.not-proved"))
		return nil
	}
	return c.typeCode(ctx, proof)
}

// showPhone shows what arrived at the demo's phone.
func (c *enableCommand) showPhone(ctx context.Context) {
	if c.demo == nil {
		return
	}
	if text := c.demo.phone(ctx, c.number); text != "" {
		c.tell(c.T("proof.phone", "text", text))
	}
}

// typeCode asks for the code that arrived until Logto recognises one, or will take
// none any longer. Nothing is sent again.
func (c *enableCommand) typeCode(ctx context.Context, proof *walk.Proof) error {
	for {
		line, err := c.readLine(ctx, i18n.Prompt(c.T("plain.prompt", "label", c.T("ask.proof-code"))))
		code := walk.ProofCode.Clean(line)
		switch {
		case ctx.Err() != nil:
			return c.interruptedBefore("proof.not-proved")
		case err != nil || code == "":
			return because(reasonNotProved, c.problemError("proof.not-proved"))
		}
		proof.NoteCheck(c.client.VerifyCode(ctx, c.number, code))
		_, said := proof.ProofText(c.Printer, c.client.Host())
		if proof.Proved {
			c.report.Test.Proved = true
			c.tell(said.Message)
			return nil
		}
		f := failedWith(said, proof.Err)
		if f.exit != exitProblem || proof.AfterProof(c.Printer)[0].Value != walk.TypeCode {
			return f
		}
		c.printFailure(f)
	}
}
