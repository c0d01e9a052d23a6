//go:build race

package signin

// generations is how many are generated: with the race detector, which is slow, some.
const generations = 500
