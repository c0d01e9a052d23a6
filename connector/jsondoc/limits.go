package jsondoc

// MaxSize is the largest text that Decode reads: 1 MiB, Logto's own limit for a body.
const MaxSize = 1 << 20

// MaxDepth is how deep arrays and objects may nest.
const MaxDepth = 1000
