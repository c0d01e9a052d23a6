// Package remote holds what every client of a server does alike, whether that is
// Twilio or a Logto: which addresses may see credentials ([ParseAddress]), what
// carries the requests ([NewTransport]), how long to wait before a request is
// repeated ([Pause]), and what the failure of one means: whether it can have been
// written ([Progress]), came of a time-out ([TimedOut]) or would only come again
// ([Lasting]). Which requests may be repeated at all is for the clients to say.
package remote
