package plain

import (
	"context"
	"slices"
	"strings"

	"logto-twilio/connector/account"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/walk"
)

// sender asks for the messaging service: from the account's list, a new one, or
// by its SID. From here one gets to the numbers that a service sends from.
func (s *session) sender() (move, error) {
	s.heading("sender")
	w := s.Walk
	if w.AccountSID == "" || w.AuthToken == "" { // there is no account to ask
		return move{}, s.typeService()
	}
	if !w.Listed {
		if err := s.listServices(); err != nil {
			return move{}, err
		}
	}
	for {
		done, err := s.askService()
		if isBack, err := back(err); !isBack && (done || err != nil) {
			return move{}, err
		} else if isBack {
			return move{}, errBack
		}
	}
}

// typeService asks for the SID by hand.
func (s *session) typeService() error {
	q := s.of(walk.ServiceSID)
	q.check = s.Walk.CheckService
	sid, err := s.text(q)
	if err == nil {
		s.Walk.ChooseService(sid)
	}
	return err
}

// listServices lists the account's services, and says why where that fails.
func (s *session) listServices() error {
	client := s.Client()
	s.Walk.ForgetServices()
	r, err := call(s, s.tr.T("sender.listing"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, walk.ListServices(ctx, client, s.Walk.Into())
	})
	if err != nil {
		return err
	}
	s.Walk.EndServices(r.err)
	if r.err != nil {
		s.sayFailure(r.err)
	}
	return nil
}

// askService asks for a service once; done is set when there is one. errBack leads
// out of the step.
func (s *session) askService() (done bool, err error) {
	w := s.Walk
	l := &list{label: s.tr.T("title.sender")}
	for _, x := range w.Services {
		l.rows = append(l.rows, row{label: s.serviceLabel(x), name: x.FriendlyName, find: x.SID})
	}
	actions := []struct {
		key string
		do  func() (bool, error)
	}{
		{"key.create", s.newService},
		{"plain.numbers", s.numbersOfOne},
		{"key.byhand", func() (bool, error) { return true, s.typeService() }},
		{"key.retry", func() (bool, error) { return false, s.listServices() }},
	}
	if len(w.Services) == 0 {
		actions = slices.Delete(actions, 1, 2)
	}
	for _, a := range actions {
		l.more = append(l.more, row{label: s.tr.T(a.key)})
	}
	if len(w.Services) == 0 && w.Listed {
		s.say(s.tr.T("sender.none"))
	}
	l.usual = s.usualService()
	i, err := s.pick(l)
	if err != nil {
		return false, err
	}
	if i < len(w.Services) {
		return s.take(w.Services[i])
	}
	done, err = actions[i-len(w.Services)].do()
	if isBack, err := back(err); !isBack {
		return done, err
	}
	return false, nil
}

// usualService is the number of the row to take where nothing else is said: the
// service that was chosen before, or what can be done where there is none.
func (s *session) usualService() int {
	const create, byHand, retry = 0, 1, 2
	switch w := s.Walk; {
	case len(w.Services) > 0:
		return max(w.ServiceIndex(w.ServiceSID), 0)
	case w.Listed:
		return create
	case w.ServiceSID != "": // it is known, only not checked
		return byHand
	}
	return retry
}

// serviceLabel is a service with what it sends from.
func (s *session) serviceLabel(x walk.Service) string {
	senders := ""
	switch {
	case x.Err != nil || !x.Known:
		senders = s.tr.T("sender.unknown")
	case len(x.Senders) == 0:
		senders = s.tr.T("sender.empty")
	default:
		const most = 3 // one with sixty would fill the screen
		var names []string
		for _, sender := range x.Senders[:min(most, len(x.Senders))] {
			names = append(names, sender.Name)
		}
		senders = s.tr.T("plain.senders", "names", names, "n", len(x.Senders))
	}
	label := s.tr.T("plain.in", "place", redact.Line(x.FriendlyName, 64), "what", senders)
	switch {
	case walk.Failed(x.Checks):
		return s.tr.T(fails, "message", label)
	case walk.Worth(x.Checks):
		return s.tr.T(warns, "message", label)
	}
	return label
}

// take takes a service; one that cannot send, only after what can be done about it
// was said.
func (s *session) take(x walk.Service) (done bool, err error) {
	s.about(x)
	if !x.Sends() {
		done, err = s.numbers(x.SID, true)
		if isBack, err := back(err); !isBack {
			return done, err
		}
		return false, nil
	}
	s.Walk.ChooseService(x.SID)
	return true, nil
}

// about says what there is to know of a service.
func (s *session) about(x walk.Service) {
	what := []string{x.FriendlyName, walk.UseCaseText(s.tr, x.UseCase), x.SID}
	s.say(s.tr.List(slices.DeleteFunc(what, func(s string) bool { return s == "" })))
	if x.Err != nil {
		s.sayFailure(x.Err)
	}
	s.sayChecks(x.Checks)
}

// newService creates a messaging service, once, and goes on to its numbers.
func (s *session) newService() (done bool, err error) {
	s.heading("new-service")
	name, err := s.text(question{
		label: s.tr.T("new-service.name"), why: s.tr.T("new-service.why"), value: s.Walk.NewServiceName(),
		clean: strings.TrimSpace, check: s.Walk.CheckServiceName,
	})
	if err != nil {
		return false, err
	}
	client := s.Client()
	r, err := call(s, s.tr.T("new-service.creating", "service", redact.Line(name, 64)), func(ctx context.Context) (account.Service, error) {
		return client.CreateService(ctx, name)
	})
	switch {
	case err != nil:
		return false, err
	case !walk.MayLeave(r.err): // it may be there already
		s.Walk.NoteUnsure(r.err)
		s.sayFailure(r.err)
		return false, s.listServices()
	case r.err != nil:
		s.sayFailure(r.err)
		return s.newService()
	}
	s.Walk.PutService(r.value)
	return s.numbers(r.value.SID, false)
}

// numbersOfOne asks for a service, and goes on to its numbers.
func (s *session) numbersOfOne() (done bool, err error) {
	l := &list{label: s.tr.T("plain.numbers"), usual: max(s.Walk.ServiceIndex(s.Walk.ServiceSID), 0)}
	for _, x := range s.Walk.Services {
		l.rows = append(l.rows, row{label: s.serviceLabel(x), name: x.FriendlyName, find: x.SID})
	}
	i, err := s.pick(l)
	if err != nil {
		return false, err
	}
	return s.numbers(s.Walk.Services[i].SID, false)
}
